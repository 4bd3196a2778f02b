"""The Flask extensions, made once and bound in create_app."""

from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from lti_tool.models import Base

db = SQLAlchemy(model_class=Base)
migrate = Migrate()
babel = Babel()
bootstrap = Bootstrap5()
csrf = CSRFProtect()
