"""the tables of launch, group and overview"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "school",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("rolvertaling", sa.JSON(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
        sa.UniqueConstraint("naam", name=op.f("uq_school_naam")),
    )
    op.create_table(
        "sleutel",
        sa.Column("kid", sa.String(), nullable=False),
        sa.Column("prive_pem", sa.Text(), nullable=False),
        sa.Column("publieke_jwk", sa.JSON(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gepubliceerd_tot", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("kid", name=op.f("pk_sleutel")),
    )
    op.create_table(
        "platform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(length=255), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_platform_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform")),
        sa.UniqueConstraint("school_id", "issuer", name=op.f("uq_platform_school_id_issuer")),
    )
    with op.batch_alter_table("platform", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_platform_school_id"), ["school_id"], unique=False)

    op.create_table(
        "registratielink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_registratielink_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registratielink")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_registratielink_token_hash")),
    )
    with op.batch_alter_table("registratielink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_registratielink_school_id"), ["school_id"], unique=False)

    op.create_table(
        "aanwijzing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("cursus", sa.String(length=255), nullable=False),
        sa.Column("persoon", sa.String(length=255), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("vak", sa.String(length=255), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_id"],
            ["platform.id"],
            name=op.f("fk_aanwijzing_platform_id_platform"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanwijzing")),
    )
    with op.batch_alter_table("aanwijzing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aanwijzing_cursus"), ["cursus"], unique=False)
        batch_op.create_index(batch_op.f("ix_aanwijzing_platform_id"), ["platform_id"], unique=False)

    op.create_table(
        "persoon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("sub", sa.String(length=255), nullable=False),
        sa.Column("voornaam", sa.String(length=255), nullable=False),
        sa.Column("achternaam", sa.String(length=255), nullable=False),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("nummer", sa.String(length=255), nullable=False),
        sa.Column("docent_sinds", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_persoon_platform_id_platform"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
        sa.UniqueConstraint("platform_id", "sub", name=op.f("uq_persoon_platform_id_sub")),
    )
    with op.batch_alter_table("persoon", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_persoon_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_persoon_nummer"), ["nummer"], unique=False)
        batch_op.create_index(batch_op.f("ix_persoon_platform_id"), ["platform_id"], unique=False)

    op.create_table(
        "registratie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(length=255), nullable=False),
        sa.Column("client_id", sa.String(length=255), nullable=False),
        sa.Column("auth_url", sa.Text(), nullable=False),
        sa.Column("token_url", sa.Text(), nullable=False),
        sa.Column("jwks_url", sa.Text(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_id"],
            ["platform.id"],
            name=op.f("fk_registratie_platform_id_platform"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registratie")),
        sa.UniqueConstraint("issuer", "client_id", name=op.f("uq_registratie_issuer_client_id")),
    )
    with op.batch_alter_table("registratie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_registratie_platform_id"), ["platform_id"], unique=False)

    op.create_table(
        "aanmelding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registratie_id", sa.Integer(), nullable=False),
        sa.Column("state_hash", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["registratie_id"],
            ["registratie.id"],
            name=op.f("fk_aanmelding_registratie_id_registratie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanmelding")),
        sa.UniqueConstraint("state_hash", name=op.f("uq_aanmelding_state_hash")),
    )
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aanmelding_registratie_id"), ["registratie_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_aanmelding_verloopt_op"), ["verloopt_op"], unique=False)

    op.create_table(
        "cursus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Integer(), nullable=False),
        sa.Column("context_id", sa.String(length=255), nullable=False),
        sa.Column("titel", sa.String(length=255), nullable=False),
        sa.Column("label", sa.String(length=255), nullable=False),
        sa.Column("sourcedid", sa.String(length=255), nullable=False),
        sa.Column("begin", sa.String(length=255), nullable=False),
        sa.Column("eind", sa.String(length=255), nullable=False),
        sa.Column("bestemming", sa.String(), nullable=False),
        sa.Column("rooster_url", sa.Text(), nullable=False),
        sa.Column("registratie_id", sa.Integer(), nullable=True),
        sa.Column("rooster_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rooster_poging_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rooster_fout", sa.String(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["platform.id"], name=op.f("fk_cursus_platform_id_platform"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["registratie_id"],
            ["registratie.id"],
            name=op.f("fk_cursus_registratie_id_registratie"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cursus")),
        sa.UniqueConstraint("platform_id", "context_id", name=op.f("uq_cursus_platform_id_context_id")),
    )
    with op.batch_alter_table("cursus", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cursus_platform_id"), ["platform_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cursus_registratie_id"), ["registratie_id"], unique=False)

    op.create_table(
        "deployment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registratie_id", sa.Integer(), nullable=False),
        sa.Column("deployment_id", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(
            ["registratie_id"],
            ["registratie.id"],
            name=op.f("fk_deployment_registratie_id_registratie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deployment")),
        sa.UniqueConstraint(
            "registratie_id", "deployment_id", name=op.f("uq_deployment_registratie_id_deployment_id")
        ),
    )
    with op.batch_alter_table("deployment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deployment_registratie_id"), ["registratie_id"], unique=False)

    op.create_table(
        "platformsleutels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registratie_id", sa.Integer(), nullable=False),
        sa.Column("jwks", sa.JSON(), nullable=False),
        sa.Column("opgehaald_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("poging_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["registratie_id"],
            ["registratie.id"],
            name=op.f("fk_platformsleutels_registratie_id_registratie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platformsleutels")),
        sa.UniqueConstraint("registratie_id", name=op.f("uq_platformsleutels_registratie_id")),
    )
    op.create_table(
        "platformtoken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registratie_id", sa.Integer(), nullable=False),
        sa.Column("scopes", sa.String(length=255), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["registratie_id"],
            ["registratie.id"],
            name=op.f("fk_platformtoken_registratie_id_registratie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platformtoken")),
        sa.UniqueConstraint("registratie_id", "scopes", name=op.f("uq_platformtoken_registratie_id_scopes")),
    )
    with op.batch_alter_table("platformtoken", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_platformtoken_registratie_id"), ["registratie_id"], unique=False)

    op.create_table(
        "sessie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("laatst_gezien_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_sessie_persoon_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessie")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sessie_token_hash")),
    )
    with op.batch_alter_table("sessie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessie_laatst_gezien_op"), ["laatst_gezien_op"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessie_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "groep",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cursus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("vak", sa.String(length=255), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cursus_id"], ["cursus.id"], name=op.f("fk_groep_cursus_id_cursus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groep")),
        sa.UniqueConstraint("cursus_id", "soort", "vak", name=op.f("uq_groep_cursus_id_soort_vak")),
    )
    with op.batch_alter_table("groep", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_groep_cursus_id"), ["cursus_id"], unique=False)

    op.create_table(
        "lidmaatschap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cursus_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("roosterrol", sa.String(), nullable=True),
        sa.Column("vertrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("geen_leerling", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cursus_id"], ["cursus.id"], name=op.f("fk_lidmaatschap_cursus_id_cursus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"],
            ["persoon.id"],
            name=op.f("fk_lidmaatschap_persoon_id_persoon"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lidmaatschap")),
        sa.UniqueConstraint("cursus_id", "persoon_id", name=op.f("uq_lidmaatschap_cursus_id_persoon_id")),
    )
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lidmaatschap_cursus_id"), ["cursus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lidmaatschap_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "roosterophaling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cursus_id", sa.Integer(), nullable=False),
        sa.Column("volgende_url", sa.Text(), nullable=False),
        sa.Column("paginas", sa.Integer(), nullable=False),
        sa.Column("leden", sa.JSON(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cursus_id"], ["cursus.id"], name=op.f("fk_roosterophaling_cursus_id_cursus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roosterophaling")),
    )
    with op.batch_alter_table("roosterophaling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roosterophaling_cursus_id"), ["cursus_id"], unique=False)

    op.create_table(
        "toegang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sessie_id", sa.Integer(), nullable=False),
        sa.Column("cursus_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("verleend_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cursus_id"], ["cursus.id"], name=op.f("fk_toegang_cursus_id_cursus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sessie_id"], ["sessie.id"], name=op.f("fk_toegang_sessie_id_sessie"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toegang")),
        sa.UniqueConstraint("sessie_id", "cursus_id", name=op.f("uq_toegang_sessie_id_cursus_id")),
    )
    with op.batch_alter_table("toegang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_toegang_cursus_id"), ["cursus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_toegang_sessie_id"), ["sessie_id"], unique=False)

    op.create_table(
        "cyclus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("eind", sa.Date(), nullable=False),
        sa.Column("gesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_cyclus_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cyclus")),
        sa.UniqueConstraint("groep_id", "volgnummer", name=op.f("uq_cyclus_groep_id_volgnummer")),
    )
    with op.batch_alter_table("cyclus", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cyclus_groep_id"), ["groep_id"], unique=False)

    op.create_table(
        "eigenaarschap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("herkomst", sa.String(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("sinds", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_eigenaarschap_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_eigenaarschap_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"],
            ["persoon.id"],
            name=op.f("fk_eigenaarschap_persoon_id_persoon"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eigenaarschap")),
    )
    with op.batch_alter_table("eigenaarschap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_eigenaarschap_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_eigenaarschap_groep_id"), ["groep_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_eigenaarschap_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "inzage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("lezer_id", sa.Integer(), nullable=False),
        sa.Column("leerling_id", sa.Integer(), nullable=False),
        sa.Column("velden", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_inzage_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["leerling_id"], ["persoon.id"], name=op.f("fk_inzage_leerling_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["lezer_id"], ["persoon.id"], name=op.f("fk_inzage_lezer_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzage")),
    )
    with op.batch_alter_table("inzage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inzage_groep_id"), ["groep_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inzage_leerling_id"), ["leerling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inzage_lezer_id"), ["lezer_id"], unique=False)

    op.create_table(
        "kolom",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("kop", sa.String(length=255), nullable=False),
        sa.Column("blok", sa.String(length=64), nullable=False),
        sa.Column("soort", sa.String(length=64), nullable=False),
        sa.Column("schaal", sa.JSON(), nullable=True),
        sa.Column("ijkpunt", sa.String(length=255), nullable=False),
        sa.Column("uitleg", sa.Text(), nullable=False),
        sa.Column("gevoelig", sa.Boolean(), nullable=False),
        sa.Column("observatie", sa.Boolean(), nullable=False),
        sa.Column("blijvend", sa.Boolean(), nullable=False),
        sa.Column("verborgen", sa.Boolean(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_kolom_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kolom")),
        sa.UniqueConstraint("cyclus_id", "sleutel", name=op.f("uq_kolom_cyclus_id_sleutel")),
    )
    with op.batch_alter_table("kolom", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kolom_cyclus_id"), ["cyclus_id"], unique=False)

    op.create_table(
        "regel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_regel_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_regel_persoon_id_persoon"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regel")),
        sa.UniqueConstraint("cyclus_id", "persoon_id", name=op.f("uq_regel_cyclus_id_persoon_id")),
    )
    with op.batch_alter_table("regel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_regel_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_regel_persoon_id"), ["persoon_id"], unique=False)

    op.create_table(
        "stapverklaring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_stapverklaring_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_stapverklaring_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stapverklaring")),
        sa.UniqueConstraint("cyclus_id", "stap", name=op.f("uq_stapverklaring_cyclus_id_stap")),
    )
    with op.batch_alter_table("stapverklaring", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stapverklaring_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stapverklaring_door_id"), ["door_id"], unique=False)

    op.create_table(
        "cel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("kolom_id", sa.Integer(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_cel_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["kolom_id"], ["kolom.id"], name=op.f("fk_cel_kolom_id_kolom"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_cel_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cel")),
        sa.UniqueConstraint("regel_id", "kolom_id", name=op.f("uq_cel_regel_id_kolom_id")),
    )
    with op.batch_alter_table("cel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cel_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cel_kolom_id"), ["kolom_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cel_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "klad",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("kolom_id", sa.Integer(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("basisversie", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["kolom_id"], ["kolom.id"], name=op.f("fk_klad_kolom_id_kolom"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_klad_persoon_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_klad_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klad")),
        sa.UniqueConstraint(
            "persoon_id", "regel_id", "kolom_id", name=op.f("uq_klad_persoon_id_regel_id_kolom_id")
        ),
    )
    with op.batch_alter_table("klad", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_klad_kolom_id"), ["kolom_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_klad_persoon_id"), ["persoon_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_klad_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "signaal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(length=64), nullable=False),
        sa.Column("gezet_door_id", sa.Integer(), nullable=True),
        sa.Column("gezet_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gezet_door_id"],
            ["persoon.id"],
            name=op.f("fk_signaal_gezet_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_signaal_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signaal")),
        sa.UniqueConstraint("regel_id", "reden", name=op.f("uq_signaal_regel_id_reden")),
    )
    with op.batch_alter_table("signaal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signaal_gezet_door_id"), ["gezet_door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signaal_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "toets",
        sa.Column("kolom_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(length=64), nullable=False),
        sa.Column("reeks", sa.String(length=64), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kolom_id"], ["kolom.id"], name=op.f("fk_toets_kolom_id_kolom"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("kolom_id", name=op.f("pk_toets")),
    )
    op.create_table(
        "wijziging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("leerling_id", sa.Integer(), nullable=True),
        sa.Column("regel_id", sa.Integer(), nullable=True),
        sa.Column("kolom_id", sa.Integer(), nullable=True),
        sa.Column("oud", sa.Text(), nullable=False),
        sa.Column("nieuw", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_wijziging_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_wijziging_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["kolom_id"], ["kolom.id"], name=op.f("fk_wijziging_kolom_id_kolom"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["leerling_id"], ["persoon.id"], name=op.f("fk_wijziging_leerling_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_wijziging_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wijziging")),
    )
    with op.batch_alter_table("wijziging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wijziging_door_id"), ["door_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wijziging_groep_id_id"), ["groep_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wijziging_kolom_id"), ["kolom_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wijziging_leerling_id"), ["leerling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wijziging_regel_id"), ["regel_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("wijziging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wijziging_regel_id"))
        batch_op.drop_index(batch_op.f("ix_wijziging_leerling_id"))
        batch_op.drop_index(batch_op.f("ix_wijziging_kolom_id"))
        batch_op.drop_index(batch_op.f("ix_wijziging_groep_id_id"))
        batch_op.drop_index(batch_op.f("ix_wijziging_door_id"))

    op.drop_table("wijziging")
    op.drop_table("toets")
    with op.batch_alter_table("signaal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signaal_regel_id"))
        batch_op.drop_index(batch_op.f("ix_signaal_gezet_door_id"))

    op.drop_table("signaal")
    with op.batch_alter_table("klad", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_klad_regel_id"))
        batch_op.drop_index(batch_op.f("ix_klad_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_klad_kolom_id"))

    op.drop_table("klad")
    with op.batch_alter_table("cel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cel_regel_id"))
        batch_op.drop_index(batch_op.f("ix_cel_kolom_id"))
        batch_op.drop_index(batch_op.f("ix_cel_gewijzigd_door_id"))

    op.drop_table("cel")
    with op.batch_alter_table("stapverklaring", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stapverklaring_door_id"))
        batch_op.drop_index(batch_op.f("ix_stapverklaring_cyclus_id"))

    op.drop_table("stapverklaring")
    with op.batch_alter_table("regel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_regel_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_regel_cyclus_id"))

    op.drop_table("regel")
    with op.batch_alter_table("kolom", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kolom_cyclus_id"))

    op.drop_table("kolom")
    with op.batch_alter_table("inzage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inzage_lezer_id"))
        batch_op.drop_index(batch_op.f("ix_inzage_leerling_id"))
        batch_op.drop_index(batch_op.f("ix_inzage_groep_id"))

    op.drop_table("inzage")
    with op.batch_alter_table("eigenaarschap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_eigenaarschap_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_eigenaarschap_groep_id"))
        batch_op.drop_index(batch_op.f("ix_eigenaarschap_door_id"))

    op.drop_table("eigenaarschap")
    with op.batch_alter_table("cyclus", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cyclus_groep_id"))

    op.drop_table("cyclus")
    with op.batch_alter_table("toegang", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_toegang_sessie_id"))
        batch_op.drop_index(batch_op.f("ix_toegang_cursus_id"))

    op.drop_table("toegang")
    with op.batch_alter_table("roosterophaling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roosterophaling_cursus_id"))

    op.drop_table("roosterophaling")
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_cursus_id"))

    op.drop_table("lidmaatschap")
    with op.batch_alter_table("groep", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groep_cursus_id"))

    op.drop_table("groep")
    with op.batch_alter_table("sessie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessie_persoon_id"))
        batch_op.drop_index(batch_op.f("ix_sessie_laatst_gezien_op"))

    op.drop_table("sessie")
    with op.batch_alter_table("platformtoken", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_platformtoken_registratie_id"))

    op.drop_table("platformtoken")
    op.drop_table("platformsleutels")
    with op.batch_alter_table("deployment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deployment_registratie_id"))

    op.drop_table("deployment")
    with op.batch_alter_table("cursus", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cursus_registratie_id"))
        batch_op.drop_index(batch_op.f("ix_cursus_platform_id"))

    op.drop_table("cursus")
    with op.batch_alter_table("aanmelding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aanmelding_verloopt_op"))
        batch_op.drop_index(batch_op.f("ix_aanmelding_registratie_id"))

    op.drop_table("aanmelding")
    with op.batch_alter_table("registratie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_registratie_platform_id"))

    op.drop_table("registratie")
    with op.batch_alter_table("persoon", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_persoon_platform_id"))
        batch_op.drop_index(batch_op.f("ix_persoon_nummer"))
        batch_op.drop_index(batch_op.f("ix_persoon_email"))

    op.drop_table("persoon")
    with op.batch_alter_table("aanwijzing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aanwijzing_platform_id"))
        batch_op.drop_index(batch_op.f("ix_aanwijzing_cursus"))

    op.drop_table("aanwijzing")
    with op.batch_alter_table("registratielink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_registratielink_school_id"))

    op.drop_table("registratielink")
    with op.batch_alter_table("platform", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_platform_school_id"))

    op.drop_table("platform")
    op.drop_table("sleutel")
    op.drop_table("school")
