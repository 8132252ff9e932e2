"""Execute calls: those about updates here, all others by their functions."""

from .api import HANDLERS
from .polling import SET_WEBHOOK, Polling
from .state import State
from .webhook import Backoff, Webhook
from .wire import ApiError, Json, Request

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class BotApi:
    """The methods of the Bot API over one state."""

    def __init__(self, state: State, backoff: Backoff, *, repeat_guard: bool) -> None:
        self.state = state
        self.polling = Polling(state.updates, repeat_guard=repeat_guard)
        self.webhook = Webhook(state.updates, backoff, state.journal.violations)

    async def execute(self, request: Request) -> object:
        """Do what a request asks for; return its result."""
        match request.method:
            case "getUpdates":
                return await self._get_updates(request.params)
            case "setWebhook":
                return await self._set_webhook(request.params)
            case "deleteWebhook":
                return await self._set_webhook({"url": ""} | request.params)
            case "getWebhookInfo":
                return self.webhook.info()
            case method:
                return HANDLERS[method](self.state, request)

    async def close(self) -> None:
        """End all deliveries."""
        self.polling.release()
        await self.webhook.stop()

    async def _get_updates(self, params: Json) -> list[Json]:
        if self.webhook.url:
            raise ApiError(409, WEBHOOK_ACTIVE)
        self.state.updates.allow(params.get("allowed_updates"))
        return await self.polling.get_updates(
            params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
        )

    async def _set_webhook(self, params: Json) -> bool:
        url = params["url"]
        if url:
            self.polling.end_waiting(SET_WEBHOOK)
        if params.get("drop_pending_updates", False):
            self.state.updates.drop_all()
        self.state.updates.allow(params.get("allowed_updates"))
        secret, most = params.get("secret_token", ""), params.get("max_connections", 40)
        await self.webhook.set(url, secret, most)
        return True
