package acme.cases;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import java.util.List;

/** An app that came to nothing. */
public final class NoStack implements Blueprint {

    @Override
    public App describe() {
        return App.of(List.of()); // ! app.empty
    }
}
