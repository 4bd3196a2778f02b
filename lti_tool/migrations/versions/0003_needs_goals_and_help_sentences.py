"""needs goals and help sentences"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schoolzin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("categorie", sa.String(length=64), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("verborgen", sa.Boolean(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_schoolzin_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_schoolzin_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schoolzin")),
        sa.UniqueConstraint("school_id", "sleutel", name=op.f("uq_schoolzin_school_id_sleutel")),
    )
    with op.batch_alter_table("schoolzin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schoolzin_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_schoolzin_school_id"), ["school_id"], unique=False)

    op.create_table(
        "zinvoorstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("categorie", sa.String(length=64), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("besluit", sa.String(length=64), nullable=False),
        sa.Column("besloten_door_id", sa.Integer(), nullable=True),
        sa.Column("besloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["besloten_door_id"],
            ["persoon.id"],
            name=op.f("fk_zinvoorstel_besloten_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_zinvoorstel_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_zinvoorstel_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zinvoorstel")),
    )
    with op.batch_alter_table("zinvoorstel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_zinvoorstel_besloten_door_id"), ["besloten_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_zinvoorstel_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_zinvoorstel_school_id"), ["school_id"], unique=False)

    op.create_table(
        "leerlingdeel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("wil_leren", sa.Text(), nullable=False),
        sa.Column("kan_zelf", sa.Text(), nullable=False),
        sa.Column("hulp_bij", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("uitgenodigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_leerlingdeel_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_leerlingdeel_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leerlingdeel")),
        sa.UniqueConstraint("regel_id", name=op.f("uq_leerlingdeel_regel_id")),
    )
    with op.batch_alter_table("leerlingdeel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_leerlingdeel_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "onderwijsbehoefte",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("zin", sa.Text(), nullable=False),
        sa.Column("herziening", sa.String(length=64), nullable=False),
        sa.Column("vorige_id", sa.Integer(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_onderwijsbehoefte_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_onderwijsbehoefte_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vorige_id"],
            ["onderwijsbehoefte.id"],
            name=op.f("fk_onderwijsbehoefte_vorige_id_onderwijsbehoefte"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_onderwijsbehoefte")),
        sa.UniqueConstraint("regel_id", "domein", name=op.f("uq_onderwijsbehoefte_regel_id_domein")),
    )
    with op.batch_alter_table("onderwijsbehoefte", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_onderwijsbehoefte_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_onderwijsbehoefte_regel_id"), ["regel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_onderwijsbehoefte_vorige_id"), ["vorige_id"], unique=False)

    op.create_table(
        "doel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("behoefte_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("maat", sa.Text(), nullable=False),
        sa.Column("voor_wanneer", sa.Date(), nullable=True),
        sa.Column("prioriteit", sa.Integer(), nullable=False),
        sa.Column("gedeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bereikt", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["behoefte_id"],
            ["onderwijsbehoefte.id"],
            name=op.f("fk_doel_behoefte_id_onderwijsbehoefte"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doel")),
    )
    with op.batch_alter_table("doel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_doel_behoefte_id"), ["behoefte_id"], unique=False)

    op.create_table(
        "hulpzinkeuze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("behoefte_id", sa.Integer(), nullable=False),
        sa.Column("categorie", sa.String(length=64), nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["behoefte_id"],
            ["onderwijsbehoefte.id"],
            name=op.f("fk_hulpzinkeuze_behoefte_id_onderwijsbehoefte"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hulpzinkeuze")),
    )
    with op.batch_alter_table("hulpzinkeuze", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hulpzinkeuze_behoefte_id"), ["behoefte_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("hulpzinkeuze", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hulpzinkeuze_behoefte_id"))

    op.drop_table("hulpzinkeuze")
    with op.batch_alter_table("doel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doel_behoefte_id"))

    op.drop_table("doel")
    with op.batch_alter_table("onderwijsbehoefte", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_onderwijsbehoefte_vorige_id"))
        batch_op.drop_index(batch_op.f("ix_onderwijsbehoefte_regel_id"))
        batch_op.drop_index(batch_op.f("ix_onderwijsbehoefte_gewijzigd_door_id"))

    op.drop_table("onderwijsbehoefte")
    with op.batch_alter_table("leerlingdeel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leerlingdeel_gewijzigd_door_id"))

    op.drop_table("leerlingdeel")
    with op.batch_alter_table("zinvoorstel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_zinvoorstel_school_id"))
        batch_op.drop_index(batch_op.f("ix_zinvoorstel_door_id"))
        batch_op.drop_index(batch_op.f("ix_zinvoorstel_besloten_door_id"))

    op.drop_table("zinvoorstel")
    with op.batch_alter_table("schoolzin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schoolzin_school_id"))
        batch_op.drop_index(batch_op.f("ix_schoolzin_door_id"))

    op.drop_table("schoolzin")
