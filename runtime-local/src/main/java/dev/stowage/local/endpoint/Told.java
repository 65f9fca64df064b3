package dev.stowage.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The answer of an endpoint.
 *
 * @param status of HTTP
 * @param body in JSON
 */
record Told(int status, String body) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY = 429;
    static final int SERVER_ERROR = 500;
    static final int NOT_IMPLEMENTED = 501;
    static final int UNAVAILABLE = 503;

    /** That. */
    static Told of(JsonNode json) {
        return new Told(OK, json.toString());
    }

    /** That text, measured elsewhere. */
    static Told of(String json) {
        return new Told(OK, json);
    }

    /** Why not, as a text: how the agent answers about metadata. */
    static Told refused(int status, String why) {
        return new Told(status, TextNode.valueOf(why).toString());
    }

    /** Why not, as an object: how the agent answers about credentials. */
    static Told refused(int status, String code, String why) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", why)
                .put("HTTPErrorCode", status);
        return new Told(status, json.toString());
    }
}
