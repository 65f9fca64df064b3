package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/** Puts the pieces in which an engine sends logs together to lines; each line begins with its time. */
final class LogFollower extends ResultCallback.Adapter<Frame> {

    private final Consumer<LogLine> reader;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    LogFollower(Consumer<LogLine> reader) {
        this.reader = reader;
    }

    @Override
    public void onNext(Frame frame) {
        var isError = frame.getStreamType() == StreamType.STDERR;
        var open = isError ? err : out;
        for (var one : frame.getPayload()) {
            if (one == '\n') {
                end(open, isError);
            } else {
                open.write(one);
            }
        }
    }

    @Override
    public void onComplete() {
        end(out, false);
        end(err, true);
        super.onComplete();
    }

    private void end(ByteArrayOutputStream open, boolean isError) {
        if (open.size() > 0) {
            reader.accept(read(open.toString(StandardCharsets.UTF_8), isError));
            open.reset();
        }
    }

    private static LogLine read(String line, boolean isError) {
        var space = line.indexOf(' ');
        var text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        try {
            return new LogLine(Instant.parse(line.substring(0, space)), isError, text.substring(space + 1));
        } catch (DateTimeParseException | IndexOutOfBoundsException untimed) {
            return new LogLine(Instant.EPOCH, isError, text);
        }
    }
}
