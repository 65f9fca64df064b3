package dev.stowage.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the logs that containers send. */
class LogSinkTest {

    private static final String GROUP = "/ecs/shop";

    private final LogSink logs = LogSink.empty();

    @BeforeEach
    void hasTwoStreams() {
        logs.group(GROUP);
        create("loud");
        create("quiet");
        put("quiet", "once");
    }

    @Test
    void theLongestStreamForgetsItsOldestLinesAndTheOthersKeepTheirs() {
        var line = "x".repeat(100_000);
        for (var i = 0; i < 100; i++) {
            put("loud", i + " " + line);
        }

        var loud = logs.since(GROUP, "loud", 0);
        assertThat(loud.next()).isEqualTo(100);
        assertThat(loud.lost()).isBetween(10L, 30L);
        assertThat(loud.lines()).hasSize((int) (100 - loud.lost()));
        assertThat(loud.lines().get(0).message()).startsWith(loud.lost() + " x");
        assertThat(logs.lines(GROUP, "quiet")).extracting(LogLine::message).containsExactly("once");
    }

    @Test
    void whoeverKnowsSomeLinesIsGivenThoseBehindThem() {
        put("quiet", "twice");

        var first = logs.since(GROUP, "quiet", 0);
        put("quiet", "again");
        var next = logs.since(GROUP, "quiet", first.next());

        assertThat(first.lines()).extracting(LogLine::message).containsExactly("once", "twice");
        assertThat(next.lines()).extracting(LogLine::message).containsExactly("again");
        assertThat(next.lost()).isZero();
        assertThat(logs.since(GROUP, "quiet", next.next()).lines()).isEmpty();
    }

    private void create(String stream) {
        tell("CreateLogStream", "\"logStreamName\":\"" + stream + "\"");
    }

    private void put(String stream, String message) {
        tell(
                "PutLogEvents",
                "\"logStreamName\":\"" + stream + "\",\"logEvents\":[{\"timestamp\":1,\"message\":\"" + message
                        + "\"}]");
    }

    private void tell(String operation, String fields) {
        var told = logs.answer("Logs_20140328." + operation, "{\"logGroupName\":\"" + GROUP + "\"," + fields + "}");
        assertThat(told.status()).isEqualTo(200);
    }
}
