package dev.stowage.local.run;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Words on one line, whatever stands in them: parted by blanks, and each written as in an address. */
public final class Words {

    private Words() {}

    /** The words as one line. */
    public static String write(List<String> words) {
        var line = new StringBuilder();
        for (var word : words) {
            line.append(line.isEmpty() ? "" : " ").append('.').append(URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
        return line.toString();
    }

    /** The words of a line. */
    public static List<String> read(String line) {
        var words = new ArrayList<String>();
        for (var from = 0; from < line.length(); ) {
            var blank = line.indexOf(' ', from);
            var end = blank < 0 ? line.length() : blank;
            words.add(URLDecoder.decode(line.substring(from + 1, end), StandardCharsets.UTF_8));
            from = end + 1;
        }
        return words;
    }
}
