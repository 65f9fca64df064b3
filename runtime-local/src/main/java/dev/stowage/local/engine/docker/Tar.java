package dev.stowage.local.engine.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A tar archive made in memory; all of it belongs to root. */
final class Tar {

    private static final int BLOCK = 512;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char FOLDER = '5';

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

    private Tar() {}

    /** An empty archive. */
    static Tar empty() {
        return new Tar();
    }

    /** An archive with one program in it. */
    static byte[] of(String name, byte[] program) {
        return empty().program(name, program).bytes();
    }

    /** With a file that everybody may run. */
    Tar program(String name, byte[] content) {
        return entry(name, FILE, "", "0000755", content);
    }

    /** With a file that everybody may read. */
    Tar file(String name, String content) {
        return entry(name, FILE, "", "0000644", content.getBytes(StandardCharsets.UTF_8));
    }

    /** With a folder; everybody may write to it where that is asked. */
    Tar folder(String name, boolean open) {
        return entry(name, FOLDER, "", open ? "0001777" : "0000755", new byte[0]);
    }

    /** With a symbolic link. */
    Tar link(String name, String target) {
        return entry(name, LINK, target, "0000777", new byte[0]);
    }

    /** The archive as it is sent. */
    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(blocks.toByteArray());
        all.writeBytes(new byte[2 * BLOCK]);
        return all.toByteArray();
    }

    private Tar entry(String name, char type, String target, String mode, byte[] content) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, octal(content.length, 11));
        put(header, 136, "00000000000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 148, octal(sum(header), 6));
        header[154] = 0;
        blocks.writeBytes(header);
        blocks.writeBytes(content);
        blocks.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    private static int sum(byte[] header) {
        var sum = 0;
        for (var one : header) {
            sum += one & 255;
        }
        return sum;
    }

    private static String octal(int number, int digits) {
        var text = Integer.toOctalString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
