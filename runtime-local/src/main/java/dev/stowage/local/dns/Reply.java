package dev.stowage.local.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is answered: RFC 1035, section 4. */
final class Reply {

    /** No more than fits into one datagram of a client that asked for no more. */
    static final int DATAGRAM = 512;

    private static final int FORMAT_ERROR = 1;
    private static final int SERVER_FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;

    private static final int RESPONSE = 0x8000;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int TRUNCATED = 0x0200;
    private static final int RECURSIVE = 0x0100;
    private static final int RECURSION_AVAILABLE = 0x0080;

    private static final int INTERNET = 1;

    private Reply() {}

    /** A record of an answer. */
    static final class Line {

        private final String name;
        private final RecordType type;
        private final int ttl;
        private final byte[] data;

        private Line(String name, RecordType type, int ttl, byte[] data) {
            this.name = name;
            this.type = type;
            this.ttl = ttl;
            this.data = data;
        }

        static Line address(String name, int ttl, Instance instance) {
            return new Line(name, RecordType.A, ttl, instance.address().getAddress());
        }

        /** Priority and weight are 1, as Cloud Map writes them. */
        static Line port(String name, int ttl, Instance instance, String target) {
            var data = bytes(out -> {
                out.writeShort(1);
                out.writeShort(1);
                out.writeShort(instance.port());
                writeName(out, target);
            });
            return new Line(name, RecordType.SRV, ttl, data);
        }

        private void writeTo(DataOutputStream out) throws IOException {
            writeName(out, name);
            out.writeShort(type.code());
            out.writeShort(INTERNET);
            out.writeInt(ttl);
            out.writeShort(data.length);
            out.write(data);
        }
    }

    /** These records, and these beside them; cut short where they do not fit, so that the asker comes again by TCP. */
    static byte[] of(Question question, List<Line> answers, List<Line> beside, int room) {
        var whole = message(question, AUTHORITATIVE, answers, beside);
        return whole.length <= room ? whole : message(question, AUTHORITATIVE | TRUNCATED, List.of(), List.of());
    }

    /** There is no such name. */
    static byte[] noSuchName(Question question) {
        return message(question, AUTHORITATIVE | NO_SUCH_NAME, List.of(), List.of());
    }

    /** Nobody could be asked. */
    static byte[] failure(Question question) {
        return message(question, SERVER_FAILURE, List.of(), List.of());
    }

    /** That was no question. */
    static byte[] formatError(int id) {
        return bytes(out -> writeHeader(out, id, RESPONSE | FORMAT_ERROR, 0, 0, 0));
    }

    private static byte[] message(Question question, int flags, List<Line> answers, List<Line> beside) {
        return bytes(out -> {
            var said = RESPONSE | RECURSION_AVAILABLE | (question.isRecursive() ? RECURSIVE : 0) | flags;
            writeHeader(out, question.id(), said, 1, answers.size(), beside.size());
            question.writeTo(out);
            for (var line : answers) {
                line.writeTo(out);
            }
            for (var line : beside) {
                line.writeTo(out);
            }
        });
    }

    private static void writeHeader(DataOutputStream out, int id, int flags, int questions, int answers, int beside)
            throws IOException {
        out.writeShort(id);
        out.writeShort(flags);
        out.writeShort(questions);
        out.writeShort(answers);
        out.writeShort(0);
        out.writeShort(beside);
    }

    private static void writeName(DataOutputStream out, String name) throws IOException {
        for (var rest = name; !rest.isEmpty(); ) {
            var dot = rest.indexOf('.');
            var bytes = (dot < 0 ? rest : rest.substring(0, dot)).getBytes(StandardCharsets.ISO_8859_1);
            rest = dot < 0 ? "" : rest.substring(dot + 1);
            out.writeByte(bytes.length);
            out.write(bytes);
        }
        out.writeByte(0);
    }

    /** What writes a part of a message. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
