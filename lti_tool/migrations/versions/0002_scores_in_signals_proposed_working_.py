"""scores in, signals proposed, working together"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schoolformaat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(length=64), nullable=False),
        sa.Column("vak", sa.String(length=255), nullable=False),
        sa.Column("kolommen", sa.JSON(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_schoolformaat_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_schoolformaat_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schoolformaat")),
        sa.UniqueConstraint("school_id", "soort", "vak", name=op.f("uq_schoolformaat_school_id_soort_vak")),
    )
    with op.batch_alter_table("schoolformaat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_schoolformaat_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_schoolformaat_school_id"), ["school_id"], unique=False)

    op.create_table(
        "aanwezigheid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("plaats", sa.String(length=255), nullable=False),
        sa.Column("gezien_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_aanwezigheid_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"],
            ["persoon.id"],
            name=op.f("fk_aanwezigheid_persoon_id_persoon"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanwezigheid")),
        sa.UniqueConstraint("groep_id", "persoon_id", name=op.f("uq_aanwezigheid_groep_id_persoon_id")),
    )
    with op.batch_alter_table("aanwezigheid", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aanwezigheid_groep_id"), ["groep_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_aanwezigheid_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "voorkeur",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_voorkeur_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_voorkeur_persoon_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voorkeur")),
        sa.UniqueConstraint("persoon_id", "groep_id", name=op.f("uq_voorkeur_persoon_id_groep_id")),
    )
    with op.batch_alter_table("voorkeur", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voorkeur_groep_id"), ["groep_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_voorkeur_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "leermoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(length=64), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_leermoment_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_leermoment_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leermoment")),
    )
    with op.batch_alter_table("leermoment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leermoment_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_leermoment_door_id"), ["door_id"], unique=False)

    op.create_table(
        "scoreimport",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("bron", sa.String(length=255), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("bevestigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ongedaan_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_scoreimport_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_scoreimport_door_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoreimport")),
    )
    with op.batch_alter_table("scoreimport", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scoreimport_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scoreimport_door_id"), ["door_id"], unique=False)

    op.create_table(
        "wijzerantwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("wijzer", sa.String(length=64), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("oordeel", sa.String(length=64), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_wijzerantwoord_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_wijzerantwoord_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wijzerantwoord")),
        sa.UniqueConstraint(
            "cyclus_id", "wijzer", "item", name=op.f("uq_wijzerantwoord_cyclus_id_wijzer_item")
        ),
    )
    with op.batch_alter_table("wijzerantwoord", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wijzerantwoord_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wijzerantwoord_door_id"), ["door_id"], unique=False)

    op.create_table(
        "leermomentleerling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leermoment_id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leermoment_id"],
            ["leermoment.id"],
            name=op.f("fk_leermomentleerling_leermoment_id_leermoment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_leermomentleerling_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leermomentleerling")),
        sa.UniqueConstraint(
            "leermoment_id", "regel_id", name=op.f("uq_leermomentleerling_leermoment_id_regel_id")
        ),
    )
    with op.batch_alter_table("leermomentleerling", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_leermomentleerling_leermoment_id"), ["leermoment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_leermomentleerling_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "voorstelbesluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("kenmerk", sa.String(length=255), nullable=False),
        sa.Column("besluit", sa.String(length=64), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_voorstelbesluit_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_voorstelbesluit_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voorstelbesluit")),
        sa.UniqueConstraint("regel_id", "kenmerk", name=op.f("uq_voorstelbesluit_regel_id_kenmerk")),
    )
    with op.batch_alter_table("voorstelbesluit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_voorstelbesluit_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_voorstelbesluit_regel_id"), ["regel_id"], unique=False)

    with op.batch_alter_table("wijziging", schema=None) as batch_op:
        batch_op.add_column(sa.Column("import_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_wijziging_import_id"), ["import_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_wijziging_import_id_scoreimport"),
            "scoreimport",
            ["import_id"],
            ["id"],
            ondelete="SET NULL",
        )


def downgrade() -> None:
    with op.batch_alter_table("wijziging", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_wijziging_import_id_scoreimport"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_wijziging_import_id"))
        batch_op.drop_column("import_id")

    with op.batch_alter_table("voorstelbesluit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voorstelbesluit_regel_id"))
        batch_op.drop_index(batch_op.f("ix_voorstelbesluit_door_id"))

    op.drop_table("voorstelbesluit")
    with op.batch_alter_table("leermomentleerling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leermomentleerling_regel_id"))
        batch_op.drop_index(batch_op.f("ix_leermomentleerling_leermoment_id"))

    op.drop_table("leermomentleerling")
    with op.batch_alter_table("wijzerantwoord", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wijzerantwoord_door_id"))
        batch_op.drop_index(batch_op.f("ix_wijzerantwoord_cyclus_id"))

    op.drop_table("wijzerantwoord")
    with op.batch_alter_table("scoreimport", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_scoreimport_door_id"))
        batch_op.drop_index(batch_op.f("ix_scoreimport_cyclus_id"))

    op.drop_table("scoreimport")
    with op.batch_alter_table("leermoment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leermoment_door_id"))
        batch_op.drop_index(batch_op.f("ix_leermoment_cyclus_id"))

    op.drop_table("leermoment")
    with op.batch_alter_table("voorkeur", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voorkeur_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_voorkeur_groep_id"))

    op.drop_table("voorkeur")
    with op.batch_alter_table("aanwezigheid", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aanwezigheid_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_aanwezigheid_groep_id"))

    op.drop_table("aanwezigheid")
    with op.batch_alter_table("schoolformaat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schoolformaat_school_id"))
        batch_op.drop_index(batch_op.f("ix_schoolformaat_door_id"))

    op.drop_table("schoolformaat")
