package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The words of listeners of an Application Load Balancer.
 *
 * @param <L> the listener itself
 * @param <R> its routes
 */
public sealed interface WebListener<L extends WebListener<L, R>, R extends WebRoute<R>>
        extends Named<L>, Place, AnyListener permits HttpListener, HttpsListener {

    /** The same listener, saying something else. */
    L saying(Listening listening);

    /** What becomes of requests that no route takes; left out, they are answered with 404. */
    default L otherwise(Action action) {
        return saying(ImmutableListening.copyOf(listening())
                .withOtherwise(action)
                .withParticulars(particulars().said("otherwise")));
    }

    /**
     * Does this with requests that are all of that, without a service: {@code answer(respond(403, "No."), path("/admin/*"))}.
     * The more specific of two rules comes first, as with routes.
     */
    default L answer(Action action, Match first, Match... others) {
        var answers = new ArrayList<>(listening().answers());
        answers.add(Answer.of(action, first, others));
        return saying(ImmutableListening.copyOf(listening())
                .withAnswers(answers)
                .withParticulars(particulars().said("answer")));
    }

    /** Gives routes priorities from this one to that one, where others have rules too; 1 to 50000. */
    default L priorities(int first, int last) {
        return saying(ImmutableListening.copyOf(listening())
                .withFirstPriority(first)
                .withLastPriority(last)
                .withParticulars(particulars().said("priorities")));
    }

    @Override
    default Optional<Locator> locator() {
        return listening().locator();
    }

    /** A route for these paths; {@code *} stands for any characters, {@code ?} for one. */
    R path(String first, String... others);

    /** A route for requests that are all of this. */
    R when(Match first, Match... others);

    /** Its address, such as {@code https://front-123.eu-west-1.elb.amazonaws.com}. */
    default Text url() {
        return url("");
    }

    /** The address of this path. */
    default Text url(String path) {
        var isHttps = listening().certificate().isPresent();
        var port = listening().port();
        var isUsual = port == (isHttps ? 443 : 80);
        return Text.text(isHttps ? "https://" : "http://")
                .plus(Text.attribute(this, "DNSName"))
                .plus((isUsual ? "" : ":" + port) + path);
    }

    @Override
    default Particulars particulars() {
        return listening().particulars();
    }

    @Override
    default L particulars(Particulars particulars) {
        return saying(ImmutableListening.copyOf(listening()).withParticulars(particulars));
    }

    @Override
    default String key() {
        return "listener " + name();
    }
}
