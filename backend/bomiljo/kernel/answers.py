from starlette.responses import Response


def created(answer: Response) -> Response:
    """The same answer, for something that did not exist before."""
    answer.status_code = 201
    return answer
