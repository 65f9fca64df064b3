package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** What a listener does with a request that no service answers. */
public sealed interface Action {

    /**
     * Answers itself, with plain text.
     *
     * @param status 2xx, 4xx or 5xx
     * @param body up to 1,024 characters
     */
    static Action respond(int status, String body) {
        return ImmutableRespond.of(status, body, Lines.here("respond"));
    }

    /** Sends the caller to this URL, such as {@code https://shop.example/}; parts may be {@code #{host}} and the like. Answers 302. */
    static Action redirect(String url) {
        return ImmutableRedirect.of(url, Lines.here("redirect"));
    }

    /** Where it was said. */
    Lines lines();

    /** A fixed response. */
    @ValueStyle
    @Value.Immutable
    sealed interface Respond extends Action permits ImmutableRespond {

        /** The HTTP status. */
        int status();

        /** The plain text. */
        String body();

        @Override
        @Value.Auxiliary
        Lines lines();
    }

    /** A redirect. */
    @ValueStyle
    @Value.Immutable
    sealed interface Redirect extends Action permits ImmutableRedirect {

        /** Where to. */
        String url();

        @Override
        @Value.Auxiliary
        Lines lines();
    }
}
