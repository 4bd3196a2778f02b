"""What security refuses; turned into answers in lti_tool/errors.py."""


class GeenBezoek(Exception):
    """No visit, an ended one, or somebody else has launched in this browser since."""


class GeenRecht(Exception):
    """This person may not do this here. `waarom` is a Dutch sentence for them."""

    def __init__(self, waarom: str = "") -> None:
        super().__init__(waarom)
        self.waarom = waarom
