package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.traffic.Listening;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.emit.Emission;

/** Words that change a load balancer or a listener, and so cannot be said of one that exists. */
final class ExistingWords {

    private ExistingWords() {}

    static void refuse(Target target, Emission out) {
        if (target.balancer() instanceof LoadBalancer balancer && !balancer.isPlain()) {
            refuse(balancer, out);
        }
        for (var routing : target.routings()) {
            var listener = out.estate().current(routing.listener());
            if (listener.listening().locator().isPresent() && changes(listener.listening())) {
                refuse(listener, out);
            }
        }
    }

    private static boolean changes(Listening listening) {
        return listening.otherwise().isPresent()
                || listening.isHttpRedirected()
                || listening.tlsPolicy().isPresent()
                || !listening.answers().isEmpty()
                || !listening.moreCertificates().isEmpty();
    }

    private static void refuse(Thing thing, Emission out) {
        var particulars = thing.particulars();
        out.find(
                "place.existing.word",
                particulars.at(particulars.lines().lastWord()),
                "The " + particulars.kind() + " `" + thing.name()
                        + "` exists already, and a word would change it, which only its owner can.",
                "Leave the word out, or make it here instead of .existing(…).");
    }
}
