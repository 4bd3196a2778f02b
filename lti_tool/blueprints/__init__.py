"""HTTP only: a view loads, checks, acts and answers; a domain verb flushes, the view commits once."""

from flask import Flask

from lti_tool.extensions import csrf


def init_app(app: Flask) -> None:
    """Register every blueprint."""
    from lti_tool.blueprints.begrijpwijzer.views import bp as begrijpwijzer
    from lti_tool.blueprints.beheer.views import bp as beheer
    from lti_tool.blueprints.clusteren.views import bp as clusteren
    from lti_tool.blueprints.cursus.views import bp as cursus
    from lti_tool.blueprints.evaluatie.views import bp as evaluatie
    from lti_tool.blueprints.groep.views import bp as groep
    from lti_tool.blueprints.groepsplan.views import bp as groepsplan
    from lti_tool.blueprints.halverwege.views import bp as halverwege
    from lti_tool.blueprints.handelingsplan.views import bp as handelingsplan
    from lti_tool.blueprints.hulpzinnen.views import bp as hulpzinnen
    from lti_tool.blueprints.importeren.views import bp as importeren
    from lti_tool.blueprints.klad.views import bp as klad
    from lti_tool.blueprints.kolommen.views import bp as kolommen
    from lti_tool.blueprints.leerling.views import bp as leerling
    from lti_tool.blueprints.leermoment.views import bp as leermoment
    from lti_tool.blueprints.logboek.views import bp as logboek
    from lti_tool.blueprints.lti.views import bp as lti
    from lti_tool.blueprints.mentorplan.views import bp as mentorplan
    from lti_tool.blueprints.overzicht.views import bp as overzicht
    from lti_tool.blueprints.uitvoer.views import bp as uitvoer
    from lti_tool.blueprints.weekrooster.views import bp as weekrooster
    from lti_tool.blueprints.wijzer.views import bp as wijzer

    for bp in (
        begrijpwijzer,
        beheer,
        clusteren,
        cursus,
        evaluatie,
        groep,
        halverwege,
        groepsplan,
        handelingsplan,
        hulpzinnen,
        importeren,
        klad,
        kolommen,
        leerling,
        leermoment,
        logboek,
        lti,
        mentorplan,
        overzicht,
        uitvoer,
        weekrooster,
        wijzer,
    ):
        app.register_blueprint(bp)
    # These prove themselves otherwise: a platform's signature, a one-time link, a signed token.
    bewezen = ("lti.login", "lti.launch", "lti.register", "klad.bewaar", "klad.bewaar_pagina", "klad.ruim_op")
    for endpoint in bewezen:
        csrf.exempt(app.view_functions[endpoint])
