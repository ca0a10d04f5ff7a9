from starlette.responses import Response

from bomiljo.kernel.views import View


def created(answer: Response) -> Response:
    """The same answer, for something that did not exist before."""
    answer.status_code = 201
    return answer


def answer(view: View, status: int = 200) -> Response:
    """A view as it is, for operations where looking at it again would cost time."""
    return Response(view.model_dump_json(), status, media_type="application/json")
