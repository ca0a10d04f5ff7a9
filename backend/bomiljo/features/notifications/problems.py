from bomiljo.kernel.problems import InvalidRequest


class ChannelNotOffered(InvalidRequest):
    title = "Nothing is sent that way here"
    field = "channels"


class AddressMissing(InvalidRequest):
    title = "We have no such number or address for you"
    field = "channels"
