package dev.stowage.local.run;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written to it line by line; the last line, where it is not ended, when it is closed. */
final class LineStream extends OutputStream {

    private final Consumer<String> lines;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    LineStream(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int one) {
        if (one == '\n') {
            end();
        } else {
            open.write(one);
        }
    }

    private void end() {
        lines.accept(open.toString(StandardCharsets.UTF_8));
        open.reset();
    }

    @Override
    public synchronized void close() {
        if (open.size() > 0) {
            end();
        }
    }
}
