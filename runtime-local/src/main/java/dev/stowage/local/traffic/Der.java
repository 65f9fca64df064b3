package dev.stowage.local.traffic;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The encoding in which certificates are written (ITU-T X.690), as far as they need it. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int UTF8 = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    /** Before this year a time has two digits for its year (RFC 5280, section 4.1.2.5). */
    private static final int LONG_YEARS = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(SET, parts);
    }

    static byte[] integer(BigInteger number) {
        return tagged(INTEGER, number.toByteArray());
    }

    static byte[] octets(byte[] content) {
        return tagged(OCTETS, content);
    }

    /** Bits that fill whole bytes but for these last ones. */
    static byte[] bits(int unused, byte[] content) {
        return tagged(BITS, new byte[] {(byte) unused}, content);
    }

    static byte[] text(String text) {
        return tagged(UTF8, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] flag(boolean value) {
        return new byte[] {0x01, 0x01, (byte) (value ? 0xFF : 0)};
    }

    static byte[] time(Instant moment) {
        var date = moment.atOffset(ZoneOffset.UTC);
        var isLong = date.getYear() >= LONG_YEARS;
        var pattern = DateTimeFormatter.ofPattern(isLong ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'");
        return tagged(isLong ? GENERALIZED_TIME : UTC_TIME, pattern.format(date).getBytes(StandardCharsets.US_ASCII));
    }

    /** A name of the tree of objects, such as {@code 2.5.4.3}. */
    static byte[] object(String dotted) {
        var arcs = dotted.split("\\.", -1);
        var out = new ByteArrayOutputStream();
        out.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (var at = 2; at < arcs.length; at++) {
            base128(Integer.parseInt(arcs[at]), out);
        }
        return tagged(OBJECT, out.toByteArray());
    }

    private static void base128(int number, ByteArrayOutputStream out) {
        for (var shift = 28; shift > 0; shift -= 7) {
            if (number >>> shift != 0) {
                out.write(number >>> shift & 0x7F | 0x80);
            }
        }
        out.write(number & 0x7F);
    }

    static byte[] tagged(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        length(content.size(), out);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void length(int length, ByteArrayOutputStream out) {
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >>> 8);
            out.write(length & 0xFF);
        }
    }
}
