package dev.stowage.local.dns;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What somebody asks: RFC 1035, section 4. */
final class Question {

    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8000;
    private static final int OPERATION = 0x7800;
    private static final int RECURSIVE = 0x0100;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;

    private final int id;
    private final boolean recursive;
    private final String name;
    private final int type;
    private final byte[] bytes;

    private Question(int id, boolean recursive, String name, int type, byte[] bytes) {
        this.id = id;
        this.recursive = recursive;
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    /** The question in a message; empty where the message is none, or asks something else than one name. */
    static Optional<Question> in(byte[] message) {
        try {
            return message.length < HEADER ? Optional.empty() : read(ByteBuffer.wrap(message));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The number of the message. */
    int id() {
        return id;
    }

    /** Whether the asker wants more than we know ourselves. */
    boolean isRecursive() {
        return recursive;
    }

    /** The name, in small letters, without the last dot. */
    String name() {
        return name;
    }

    /** Whether it asks for records of that type. */
    boolean isFor(RecordType wanted) {
        return type == wanted.code();
    }

    /** The name, type and class as they were asked, which an answer repeats. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** The number of a message that should be a question; empty where it is an answer, or has not even a header. */
    static Optional<Integer> idOf(byte[] message) {
        if (message.length < HEADER) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(message);
        var id = Short.toUnsignedInt(in.getShort());
        return (in.getShort() & RESPONSE) != 0 ? Optional.empty() : Optional.of(id);
    }

    private static Optional<Question> read(ByteBuffer in) {
        var id = Short.toUnsignedInt(in.getShort());
        var flags = Short.toUnsignedInt(in.getShort());
        var questions = Short.toUnsignedInt(in.getShort());
        if ((flags & (RESPONSE | OPERATION)) != 0 || questions != 1) {
            return Optional.empty();
        }
        in.position(HEADER);
        var name = name(in);
        var type = Short.toUnsignedInt(in.getShort());
        var end = in.position() + Short.BYTES;
        in.getShort();
        return name.map(it -> {
            var bytes = new byte[end - HEADER];
            in.get(HEADER, bytes);
            return new Question(id, (flags & RECURSIVE) != 0, it, type, bytes);
        });
    }

    /** A question has nothing before its name that a pointer could point to, so that only labels are taken. */
    private static Optional<String> name(ByteBuffer in) {
        var name = new StringBuilder();
        for (var length = in.get(); length != 0; length = in.get()) {
            if (length < 0 || length > LONGEST_LABEL || name.length() + length > LONGEST_NAME) {
                return Optional.empty();
            }
            var label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.ISO_8859_1));
        }
        return Optional.of(name.toString().toLowerCase(Locale.ROOT));
    }
}
