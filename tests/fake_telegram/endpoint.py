"""The HTTP side: read a request, do it or fail as told, answer as Telegram answers."""

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable

from aiohttp import web

from .decode import read_body
from .faults import Fault, Faults
from .journal import Call
from .state import State
from .validate import checked
from .wire import ApiError, Json, Request, ViolationError

Execute = Callable[[Request], Awaitable[object]]
NO_ANSWER = 0


class Endpoint:
    """Handles all requests to ``/bot<token>/<method>`` and the downloads of files."""

    def __init__(self, token: str, state: State, faults: Faults, execute: Execute) -> None:
        self._token = token
        self._state = state
        self._faults = faults
        self._execute = execute

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the Bot API."""
        return [
            web.route("*", r"/bot{token:[^/]*}/{method:[A-Za-z]+}", self.call),
            web.get(r"/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of a method."""
        if request.match_info["token"] != self._token:
            return _answer(ApiError(401, "Unauthorized"))
        name = request.match_info["method"]
        try:
            fields, uploads = await read_body(request)
            order = checked(name, fields, uploads)
        except ViolationError as violation:
            self._state.journal.violations.append(violation.reason)
            self._note(name, {}, violation.code)
            return _answer(violation)
        fault = self._faults.take(order.method, order.params.get("chat_id")) or Fault("*")
        if fault.reset:
            self._note(order.method, order.params, NO_ANSWER)
            return hang_up(request)
        try:
            answer = await self._carry_out(order, fault)
            await asyncio.sleep(fault.delay)
        except asyncio.CancelledError:
            self._note(order.method, order.params, NO_ANSWER)
            raise
        if fault.drop_answer:
            self._note(order.method, order.params, NO_ANSWER)
            return hang_up(request)
        self._note(order.method, order.params, answer.status)
        return answer

    async def download(self, request: web.Request) -> web.Response:
        """Hand out a file."""
        if request.match_info["token"] != self._token:
            return _answer(ApiError(401, "Unauthorized"))
        for stored in self._state.files.known.values():
            if stored.path == request.match_info["path"] and stored.data:
                return web.Response(body=stored.data)
        return _answer(ApiError(404, "Not Found"))

    async def _carry_out(self, order: Request, fault: Fault) -> web.Response:
        if error := fault.error():
            return _answer(error)
        body = fault.raw_body()
        if body is not None and fault.status not in {None, 200}:
            return _raw(body, fault.status or 200)
        try:
            result = await self._execute(order)
        except ApiError as error:
            return _answer(error)
        return _raw(body, 200) if body is not None else _json({"ok": True, "result": result}, 200)

    def _note(self, method: str, params: Json, status: int) -> None:
        call = Call(method, params, status, self._state.clock())
        self._state.journal.calls.append(call)


def _answer(error: ApiError) -> web.Response:
    response = _json(error.answer(), error.code)
    if "retry_after" in error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


def _json(body: Json, status: int) -> web.Response:
    return web.Response(text=json.dumps(body), status=status, content_type="application/json")


def _raw(body: str, status: int) -> web.Response:
    kind = "text/html" if body.lstrip().startswith("<") else "application/json"
    return web.Response(text=body, status=status, content_type=kind)


def hang_up(request: web.Request) -> web.Response:
    """Reset the connection; the response returned goes nowhere."""
    transport = request.transport
    if transport is not None:
        connection = transport.get_extra_info("socket")
        if connection is not None:
            # With this option closing sends RST, so the client sees a broken connection.
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()
    return web.Response()
