package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events of an engine whose connection breaks. */
class EventStreamTest {

    private static final String EVENTS = "GET /events";

    @Test
    @Behaviour({"2", "5.10"})
    void aBrokenConnectionIsMadeAgainAndAsksForWhatCameAfterTheLastEvent() throws InterruptedException {
        var listener = new Ear();
        var told = listener.told;
        try (var daemon = FakeDaemon.version("20.10.24", "1.41", "1.12");
                var docker = Docker.connect(daemon.address())) {
            daemon.on(EVENTS, 200, "{\"Action\":\"die\",\"id\":\"c1\",\"timeNano\":1700000000000000042}\n")
                    .on(EVENTS, 200, "{\"Action\":\"start\",\"id\":\"c2\",\"timeNano\":1700000001000000000}\n");
            try (var stream =
                    EventStream.open(docker, new RunId("r"), listener, Instant.ofEpochSecond(1_600_000_000))) {
                assertThat(stream).isNotNull();
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("c1 die");
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("again");
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("c2 start");
            }
            var asked = daemon.asked("GET", "/events");
            assertThat(asked.get(0).uri().getQuery()).contains("since=1600000000.000000000");
            assertThat(asked.get(1).uri().getQuery()).contains("since=1700000000.000000042");
            assertThat(asked.get(0).uri().getQuery()).contains("dev.stowage.run=r");
        }
    }

    @Test
    void anEngineThatGoesAwayIsToldOnce() throws InterruptedException {
        var listener = new Ear();
        var daemon = FakeDaemon.version("20.10.24", "1.41", "1.12");
        try (var docker = Docker.connect(daemon.address());
                var stream = EventStream.open(docker, new RunId("r"), listener, Instant.ofEpochSecond(1))) {
            daemon.close();
            assertThat(stream).isNotNull();
            String last = listener.told.poll(20, TimeUnit.SECONDS);
            while ("again".equals(last)) {
                last = listener.told.poll(20, TimeUnit.SECONDS);
            }
            assertThat(last).isEqualTo("lost");
            assertThat(listener.told.poll(2, TimeUnit.SECONDS)).isNull();
        }
    }

    /** Writes down what it is told. */
    private static final class Ear implements EventStream.Listener {

        private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void happened(String container, String action) {
            told.add(container + " " + action);
        }

        @Override
        public void lost() {
            told.add("lost");
        }

        @Override
        public void reconnected() {
            told.add("again");
        }
    }
}
