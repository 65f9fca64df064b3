package dev.stowage.synth.read;

import dev.stowage.schema.origin.Written;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The characters of a file and the name that the user knows it by. Characters and not bytes, so that columns count what an
 * editor counts.
 */
final class SourceText {

    /** Sixteen times what CloudFormation takes as a template, so that manifests and {@code stowage.json} pass too. */
    private static final long LIMIT = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String file;
    private final char[] chars;
    private final int begin;
    private final int end;

    private SourceText(String file, char[] chars, int begin, int end) {
        this.file = file;
        this.chars = chars;
        this.begin = begin;
        this.end = end;
    }

    /** The text of this file. */
    static SourceText read(Path path) {
        var file = path.toString();
        try {
            var size = Files.size(path);
            if (size > LIMIT) {
                throw BadInput.tooLarge(file, size, LIMIT);
            }
            return of(file, Files.readAllBytes(path));
        } catch (NoSuchFileException missing) {
            throw BadInput.missing(file);
        } catch (IOException closed) {
            throw BadInput.unreadable(file);
        }
    }

    /** The text of these bytes, which stand in this file. */
    static SourceText of(String file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        var begin = out.position() > 0 && out.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        var text = new SourceText(file, out.array(), begin, out.position());
        if (result.isError()) {
            throw BadInput.notUtf8(text.place(text.end), bytes[in.position()]);
        }
        if (text.isBlank()) {
            throw BadInput.empty(file);
        }
        return text;
    }

    /** The path as the user gave it. */
    String file() {
        return file;
    }

    /** The characters, from {@link #begin} to {@link #end}. */
    char[] chars() {
        return chars;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    Reader reader() {
        return new CharArrayReader(chars, begin, end - begin);
    }

    /** The first character that is no blank. */
    char firstSign() {
        var at = begin;
        while (chars[at] <= ' ') {
            at++;
        }
        return chars[at];
    }

    /** What stands at this character: a word, or a single sign. */
    String wordAt(int offset) {
        var to = offset;
        while (to < end && to - offset < 20 && Character.isLetterOrDigit(chars[to])) {
            to++;
        }
        if (to > offset) {
            return new String(chars, offset, to - offset);
        }
        return offset >= end || chars[offset] < ' '
                ? "0x" + Integer.toHexString(offset >= end ? 0 : chars[offset])
                : Character.toString(Character.codePointAt(chars, offset, end));
    }

    private boolean isBlank() {
        for (var i = begin; i < end; i++) {
            if (chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** A line ends as on any system: with a line feed, a carriage return, or both. */
    private boolean endsLine(int offset) {
        return chars[offset] == '\n' || (chars[offset] == '\r' && (offset + 1 == end || chars[offset + 1] != '\n'));
    }

    /** The place of this character. */
    Written place(int offset) {
        var line = 1;
        var lineBegin = begin;
        for (var i = begin; i < offset; i++) {
            if (endsLine(i)) {
                line++;
                lineBegin = i + 1;
            }
        }
        return new Written(file, line, offset - lineBegin + 1);
    }
}
