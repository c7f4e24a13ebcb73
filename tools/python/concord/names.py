"""Short names of enum values."""


def name_of(message, field):
    """"numeric" for DIVERGENCE_TYPE_NUMERIC; "" where it is not stated.

    A value that this version does not know is its number.
    """
    enum = message.DESCRIPTOR.fields_by_name[field].enum_type
    number = getattr(message, field)
    value = enum.values_by_number.get(number)
    if value is None:
        return str(number)
    prefix = enum.values_by_number[0].name[:-len("UNSPECIFIED")]
    return value.name[len(prefix):].lower() if number else ""
