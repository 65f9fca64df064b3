package dev.stowage.local.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes logs as CloudWatch Logs does, from the engine's {@code awslogs} driver, and keeps them in memory until the run ends: they
 * may hold what is in no file. Where all of them are more than {@value #MOST} bytes, the longest stream forgets its oldest lines.
 * A stream wants its group, as on AWS; those of the stack are there from the beginning.
 */
public final class LogSink {

    private static final int MOST = 8 << 20;
    private static final String SERVICE = "Logs_20140328.";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> groups = new TreeSet<>();
    private final TreeMap<String, LogStream> streams = new TreeMap<>();
    private long bytes;

    private LogSink() {}

    /** A sink that knows no group. */
    public static LogSink empty() {
        return new LogSink();
    }

    /** Has a group be there. */
    public synchronized void group(String name) {
        groups.add(name);
    }

    /** The groups. */
    public synchronized List<String> groups() {
        return List.copyOf(groups);
    }

    /** The streams of a group that have a line. */
    public synchronized List<String> streams(String group) {
        return streams.keySet().stream()
                .filter(key -> key.startsWith(group + "\n"))
                .map(key -> key.substring(group.length() + 1))
                .toList();
    }

    /** What came to a stream behind its first so many lines. */
    public synchronized LogPart since(String group, String stream, long known) {
        return streams.getOrDefault(key(group, stream), new LogStream()).since(known);
    }

    /** The lines of a stream, oldest first; those that are kept. */
    public List<LogLine> lines(String group, String stream) {
        return since(group, stream, 0).lines().stream()
                .sorted(Comparator.comparing(LogLine::at))
                .toList();
    }

    private static String key(String group, String stream) {
        return group + "\n" + stream;
    }

    /** The answer to an operation of CloudWatch Logs. */
    Told answer(String target, String body) {
        try {
            var json = MAPPER.readTree(body);
            return target.startsWith(SERVICE) ? answer(target.substring(SERVICE.length()), json) : unknown(target);
        } catch (JsonProcessingException e) {
            return failed("SerializationException", "the body is no JSON");
        }
    }

    private synchronized Told answer(String operation, JsonNode json) {
        var group = json.path("logGroupName").asText();
        var stream = json.path("logStreamName").asText();
        return switch (operation) {
            case "CreateLogGroup" -> created(groups.add(group), "log group");
            case "CreateLogStream" ->
                groups.contains(group)
                        ? created(streams.putIfAbsent(key(group, stream), new LogStream()) == null, "log stream")
                        : failed("ResourceNotFoundException", "The specified log group does not exist.");
            case "PutLogEvents" -> put(group, stream, json.path("logEvents"));
            default -> unknown(operation);
        };
    }

    private static Told created(boolean isNew, String what) {
        return isNew
                ? Told.of("{}")
                : failed("ResourceAlreadyExistsException", "The specified " + what + " already exists");
    }

    private Told put(String group, String stream, JsonNode events) {
        var lines = streams.get(key(group, stream));
        if (lines == null) {
            return failed("ResourceNotFoundException", "The specified log stream does not exist.");
        }
        for (var event : events) {
            bytes += lines.add(new LogLine(
                    Instant.ofEpochMilli(event.path("timestamp").asLong()),
                    event.path("message").asText()));
        }
        while (bytes > MOST) {
            bytes -= longest().forget();
        }
        return Told.of("{\"nextSequenceToken\":\"1\"}");
    }

    private LogStream longest() {
        return Collections.max(streams.values(), Comparator.comparingLong(LogStream::bytes));
    }

    private static Told unknown(String operation) {
        return failed("UnknownOperationException", "`" + operation + "` is not answered here");
    }

    private static Told failed(String type, String message) {
        var json = JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message);
        return new Told(Told.BAD_REQUEST, json.toString());
    }
}
