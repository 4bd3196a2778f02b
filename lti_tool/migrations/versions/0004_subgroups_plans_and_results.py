"""subgroups plans and results"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uiteen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("een_id", sa.Integer(), nullable=False),
        sa.Column("ander_id", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ander_id"], ["persoon.id"], name=op.f("fk_uiteen_ander_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["een_id"], ["persoon.id"], name=op.f("fk_uiteen_een_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_uiteen_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uiteen")),
        sa.UniqueConstraint(
            "groep_id", "een_id", "ander_id", name=op.f("uq_uiteen_groep_id_een_id_ander_id")
        ),
    )
    with op.batch_alter_table("uiteen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_uiteen_ander_id"), ["ander_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_uiteen_een_id"), ["een_id"], unique=False)

    op.create_table(
        "schoolrooster",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("lesuren", sa.JSON(), nullable=False),
        sa.Column("vrij", sa.JSON(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_schoolrooster_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_schoolrooster_school_id_school"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schoolrooster")),
        sa.UniqueConstraint("school_id", name=op.f("uq_schoolrooster_school_id")),
    )
    with op.batch_alter_table("schoolrooster", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_schoolrooster_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "groepsplan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("vorm", sa.String(), nullable=False),
        sa.Column("differentiatie", sa.String(), nullable=False),
        sa.Column("papier", sa.String(length=64), nullable=False),
        sa.Column("kolommen", sa.JSON(), nullable=False),
        sa.Column("kolommen_eerder", sa.JSON(), nullable=False),
        sa.Column("halverwege", sa.Date(), nullable=True),
        sa.Column("halverwege_verslag", sa.Text(), nullable=False),
        sa.Column("halverwege_gedaan_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evaluatie_op", sa.Date(), nullable=True),
        sa.Column("vastgesteld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("vastgesteld_door_id", sa.Integer(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_groepsplan_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_groepsplan_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["vastgesteld_door_id"],
            ["persoon.id"],
            name=op.f("fk_groepsplan_vastgesteld_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groepsplan")),
        sa.UniqueConstraint("cyclus_id", name=op.f("uq_groepsplan_cyclus_id")),
    )
    with op.batch_alter_table("groepsplan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_groepsplan_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_groepsplan_vastgesteld_door_id"), ["vastgesteld_door_id"], unique=False
        )

    op.create_table(
        "groepspunt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("herkomst", sa.String(length=255), nullable=False),
        sa.Column("afgewezen", sa.Boolean(), nullable=False),
        sa.Column("tekst", sa.String(length=255), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_groepspunt_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_groepspunt_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groepspunt")),
    )
    with op.batch_alter_table("groepspunt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_groepspunt_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_groepspunt_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "subgroep",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("gedeeld", sa.JSON(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_subgroep_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_subgroep_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subgroep")),
    )
    with op.batch_alter_table("subgroep", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subgroep_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_subgroep_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "subgroepherstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_subgroepherstel_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subgroepherstel")),
    )
    with op.batch_alter_table("subgroepherstel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subgroepherstel_cyclus_id"), ["cyclus_id"], unique=False)

    op.create_table(
        "handelingsplan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("akkoord_op", sa.Date(), nullable=True),
        sa.Column("akkoord_naam", sa.String(length=255), nullable=False),
        sa.Column("akkoord_wijze", sa.String(length=64), nullable=False),
        sa.Column("hulp_gevraagd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_handelingsplan_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_handelingsplan_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handelingsplan")),
        sa.UniqueConstraint("regel_id", name=op.f("uq_handelingsplan_regel_id")),
    )
    with op.batch_alter_table("handelingsplan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handelingsplan_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "plaatsing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("subgroep_id", sa.Integer(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_plaatsing_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_plaatsing_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["subgroep_id"],
            ["subgroep.id"],
            name=op.f("fk_plaatsing_subgroep_id_subgroep"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plaatsing")),
        sa.UniqueConstraint("regel_id", "domein", name=op.f("uq_plaatsing_regel_id_domein")),
    )
    with op.batch_alter_table("plaatsing", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plaatsing_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_plaatsing_subgroep_id"), ["subgroep_id"], unique=False)

    op.create_table(
        "planregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("domein", sa.String(length=64), nullable=False),
        sa.Column("subgroep_id", sa.Integer(), nullable=True),
        sa.Column("regel_id", sa.Integer(), nullable=True),
        sa.Column("naam", sa.String(length=255), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("verwerkt", sa.JSON(), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["groepsplan.id"], name=op.f("fk_planregel_plan_id_groepsplan"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_planregel_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["subgroep_id"],
            ["subgroep.id"],
            name=op.f("fk_planregel_subgroep_id_subgroep"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planregel")),
    )
    with op.batch_alter_table("planregel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_planregel_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_planregel_regel_id"), ["regel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_planregel_subgroep_id"), ["subgroep_id"], unique=False)

    op.create_table(
        "paginaklad",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("pagina", sa.String(length=255), nullable=False),
        sa.Column("plaats", sa.String(length=255), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("basisversie", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_paginaklad_persoon_id_persoon"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_paginaklad_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paginaklad")),
        sa.UniqueConstraint(
            "persoon_id",
            "cyclus_id",
            "pagina",
            "plaats",
            name=op.f("uq_paginaklad_persoon_id_cyclus_id_pagina_plaats"),
        ),
    )
    with op.batch_alter_table("paginaklad", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paginaklad_cyclus_id"), ["cyclus_id"], unique=False)

    op.create_table(
        "planversie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_planversie_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["groepsplan.id"], name=op.f("fk_planversie_plan_id_groepsplan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planversie")),
        sa.UniqueConstraint("plan_id", "nummer", name=op.f("uq_planversie_plan_id_nummer")),
    )
    with op.batch_alter_table("planversie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_planversie_door_id"), ["door_id"], unique=False)

    op.create_table(
        "roosterles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cyclus_id", sa.Integer(), nullable=False),
        sa.Column("subgroep_id", sa.Integer(), nullable=True),
        sa.Column("dag", sa.Integer(), nullable=False),
        sa.Column("begin", sa.String(length=64), nullable=False),
        sa.Column("eind", sa.String(length=64), nullable=False),
        sa.Column("plaats", sa.String(length=255), nullable=False),
        sa.Column("docent_id", sa.Integer(), nullable=True),
        sa.Column("docent_naam", sa.String(length=255), nullable=False),
        sa.Column("weken", sa.String(length=64), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cyclus_id"], ["cyclus.id"], name=op.f("fk_roosterles_cyclus_id_cyclus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["docent_id"], ["persoon.id"], name=op.f("fk_roosterles_docent_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_roosterles_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["subgroep_id"],
            ["subgroep.id"],
            name=op.f("fk_roosterles_subgroep_id_subgroep"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roosterles")),
    )
    with op.batch_alter_table("roosterles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roosterles_cyclus_id"), ["cyclus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_roosterles_docent_id"), ["docent_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_roosterles_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_roosterles_subgroep_id"), ["subgroep_id"], unique=False)

    op.create_table(
        "vakantwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_vakantwoord_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["groep_id"], ["groep.id"], name=op.f("fk_vakantwoord_groep_id_groep"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["groepsplan.id"], name=op.f("fk_vakantwoord_plan_id_groepsplan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vakantwoord")),
        sa.UniqueConstraint("plan_id", "groep_id", name=op.f("uq_vakantwoord_plan_id_groep_id")),
    )
    with op.batch_alter_table("vakantwoord", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_vakantwoord_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_vakantwoord_groep_id"), ["groep_id"], unique=False)

    op.create_table(
        "handelingsplanveld",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handelingsplan_id", sa.Integer(), nullable=False),
        sa.Column("veld", sa.String(length=64), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_handelingsplanveld_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["handelingsplan_id"],
            ["handelingsplan.id"],
            name=op.f("fk_handelingsplanveld_handelingsplan_id_handelingsplan"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handelingsplanveld")),
        sa.UniqueConstraint(
            "handelingsplan_id", "veld", name=op.f("uq_handelingsplanveld_handelingsplan_id_veld")
        ),
    )
    with op.batch_alter_table("handelingsplanveld", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handelingsplanveld_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "lognotitie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("planregel_id", sa.Integer(), nullable=True),
        sa.Column("regel_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(length=64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["persoon.id"], name=op.f("fk_lognotitie_door_id_persoon"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_lognotitie_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["groepsplan.id"], name=op.f("fk_lognotitie_plan_id_groepsplan"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["planregel_id"],
            ["planregel.id"],
            name=op.f("fk_lognotitie_planregel_id_planregel"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_lognotitie_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lognotitie")),
    )
    with op.batch_alter_table("lognotitie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lognotitie_door_id"), ["door_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_lognotitie_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_lognotitie_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lognotitie_planregel_id"), ["planregel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lognotitie_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "plandoel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("planregel_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("maat", sa.Text(), nullable=False),
        sa.Column("voor_wanneer", sa.Date(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_plandoel_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["planregel_id"],
            ["planregel.id"],
            name=op.f("fk_plandoel_planregel_id_planregel"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plandoel")),
    )
    with op.batch_alter_table("plandoel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plandoel_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_plandoel_planregel_id"), ["planregel_id"], unique=False)

    op.create_table(
        "planevaluatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("planregel_id", sa.Integer(), nullable=False),
        sa.Column("uitgevoerd", sa.String(length=64), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("geprofiteerd", sa.String(length=64), nullable=False),
        sa.Column("besluit", sa.String(length=64), nullable=False),
        sa.Column("successen", sa.Text(), nullable=False),
        sa.Column("leerlingen", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_planevaluatie_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["planregel_id"],
            ["planregel.id"],
            name=op.f("fk_planevaluatie_planregel_id_planregel"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planevaluatie")),
        sa.UniqueConstraint("planregel_id", name=op.f("uq_planevaluatie_planregel_id")),
    )
    with op.batch_alter_table("planevaluatie", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_planevaluatie_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "planveld",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("planregel_id", sa.Integer(), nullable=False),
        sa.Column("veld", sa.String(length=64), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_planveld_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["planregel_id"],
            ["planregel.id"],
            name=op.f("fk_planveld_planregel_id_planregel"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planveld")),
        sa.UniqueConstraint("planregel_id", "veld", name=op.f("uq_planveld_planregel_id_veld")),
    )
    with op.batch_alter_table("planveld", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_planveld_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "doelresultaat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plandoel_id", sa.Integer(), nullable=False),
        sa.Column("regel_id", sa.Integer(), nullable=False),
        sa.Column("resultaat", sa.String(length=64), nullable=False),
        sa.Column("oorzaak", sa.String(length=64), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_doelresultaat_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["plandoel_id"],
            ["plandoel.id"],
            name=op.f("fk_doelresultaat_plandoel_id_plandoel"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["regel_id"], ["regel.id"], name=op.f("fk_doelresultaat_regel_id_regel"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doelresultaat")),
        sa.UniqueConstraint("plandoel_id", "regel_id", name=op.f("uq_doelresultaat_plandoel_id_regel_id")),
    )
    with op.batch_alter_table("doelresultaat", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_doelresultaat_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_doelresultaat_regel_id"), ["regel_id"], unique=False)

    op.create_table(
        "doelwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("doel_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["doel_id"], ["doel.id"], name=op.f("fk_doelwoord_doel_id_doel"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"],
            ["persoon.id"],
            name=op.f("fk_doelwoord_gewijzigd_door_id_persoon"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doelwoord")),
        sa.UniqueConstraint("doel_id", name=op.f("uq_doelwoord_doel_id")),
    )
    with op.batch_alter_table("doelwoord", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_doelwoord_gewijzigd_door_id"), ["gewijzigd_door_id"], unique=False
        )

    op.create_table(
        "plandoelbron",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plandoel_id", sa.Integer(), nullable=False),
        sa.Column("doel_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doel_id"], ["doel.id"], name=op.f("fk_plandoelbron_doel_id_doel"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plandoel_id"],
            ["plandoel.id"],
            name=op.f("fk_plandoelbron_plandoel_id_plandoel"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plandoelbron")),
        sa.UniqueConstraint("plandoel_id", "doel_id", name=op.f("uq_plandoelbron_plandoel_id_doel_id")),
    )
    with op.batch_alter_table("plandoelbron", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plandoelbron_doel_id"), ["doel_id"], unique=False)

    # not in a batch: SQLite would copy the table, and every row that hangs under it would go with the old one
    op.add_column("regel", sa.Column("instructie", sa.String(length=64), server_default="", nullable=False))
    op.add_column("regel", sa.Column("doorlopen_op", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("regel", "doorlopen_op")
    op.drop_column("regel", "instructie")

    with op.batch_alter_table("plandoelbron", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plandoelbron_doel_id"))

    op.drop_table("plandoelbron")
    with op.batch_alter_table("doelwoord", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doelwoord_gewijzigd_door_id"))

    op.drop_table("doelwoord")
    with op.batch_alter_table("doelresultaat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doelresultaat_regel_id"))
        batch_op.drop_index(batch_op.f("ix_doelresultaat_gewijzigd_door_id"))

    op.drop_table("doelresultaat")
    with op.batch_alter_table("planveld", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planveld_gewijzigd_door_id"))

    op.drop_table("planveld")
    with op.batch_alter_table("planevaluatie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planevaluatie_gewijzigd_door_id"))

    op.drop_table("planevaluatie")
    with op.batch_alter_table("plandoel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plandoel_planregel_id"))
        batch_op.drop_index(batch_op.f("ix_plandoel_gewijzigd_door_id"))

    op.drop_table("plandoel")
    with op.batch_alter_table("lognotitie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lognotitie_regel_id"))
        batch_op.drop_index(batch_op.f("ix_lognotitie_planregel_id"))
        batch_op.drop_index(batch_op.f("ix_lognotitie_plan_id"))
        batch_op.drop_index(batch_op.f("ix_lognotitie_gewijzigd_door_id"))
        batch_op.drop_index(batch_op.f("ix_lognotitie_door_id"))

    op.drop_table("lognotitie")
    with op.batch_alter_table("handelingsplanveld", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handelingsplanveld_gewijzigd_door_id"))

    op.drop_table("handelingsplanveld")
    with op.batch_alter_table("vakantwoord", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vakantwoord_groep_id"))
        batch_op.drop_index(batch_op.f("ix_vakantwoord_gewijzigd_door_id"))

    op.drop_table("vakantwoord")
    with op.batch_alter_table("roosterles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roosterles_subgroep_id"))
        batch_op.drop_index(batch_op.f("ix_roosterles_gewijzigd_door_id"))
        batch_op.drop_index(batch_op.f("ix_roosterles_docent_id"))
        batch_op.drop_index(batch_op.f("ix_roosterles_cyclus_id"))

    op.drop_table("roosterles")
    with op.batch_alter_table("paginaklad", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paginaklad_cyclus_id"))

    op.drop_table("paginaklad")
    with op.batch_alter_table("planversie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planversie_door_id"))

    op.drop_table("planversie")
    with op.batch_alter_table("planregel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planregel_subgroep_id"))
        batch_op.drop_index(batch_op.f("ix_planregel_regel_id"))
        batch_op.drop_index(batch_op.f("ix_planregel_plan_id"))

    op.drop_table("planregel")
    with op.batch_alter_table("plaatsing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plaatsing_subgroep_id"))
        batch_op.drop_index(batch_op.f("ix_plaatsing_gewijzigd_door_id"))

    op.drop_table("plaatsing")
    with op.batch_alter_table("handelingsplan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handelingsplan_gewijzigd_door_id"))

    op.drop_table("handelingsplan")
    with op.batch_alter_table("subgroepherstel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subgroepherstel_cyclus_id"))

    op.drop_table("subgroepherstel")
    with op.batch_alter_table("subgroep", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subgroep_gewijzigd_door_id"))
        batch_op.drop_index(batch_op.f("ix_subgroep_cyclus_id"))

    op.drop_table("subgroep")
    with op.batch_alter_table("groepspunt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groepspunt_gewijzigd_door_id"))
        batch_op.drop_index(batch_op.f("ix_groepspunt_cyclus_id"))

    op.drop_table("groepspunt")
    with op.batch_alter_table("groepsplan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groepsplan_vastgesteld_door_id"))
        batch_op.drop_index(batch_op.f("ix_groepsplan_gewijzigd_door_id"))

    op.drop_table("groepsplan")
    with op.batch_alter_table("schoolrooster", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schoolrooster_gewijzigd_door_id"))

    op.drop_table("schoolrooster")
    with op.batch_alter_table("uiteen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_uiteen_een_id"))
        batch_op.drop_index(batch_op.f("ix_uiteen_ander_id"))

    op.drop_table("uiteen")
