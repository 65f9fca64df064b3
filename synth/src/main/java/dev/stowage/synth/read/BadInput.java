package dev.stowage.synth.read;

import dev.stowage.schema.origin.Written;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A file or folder that Stowage cannot work with at all: where, and one sentence. Its message is the whole line to print,
 * {@code file:line:column: sentence}; what concerns a file as a whole stands at 1:1.
 */
public final class BadInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;
    private static final int MEBIBYTE = 1 << 20;

    private final transient Written at;
    private final int exitCode;

    private BadInput(Written at, String sentence, int exitCode) {
        super(at + ": " + sentence, null, false, false);
        this.at = at;
        this.exitCode = exitCode;
    }

    private static BadInput refused(Written at, String sentence) {
        return new BadInput(at, sentence, WRONG_USAGE);
    }

    private static BadInput absent(Written at, String sentence) {
        return new BadInput(at, sentence, SOMETHING_MISSING);
    }

    private static Written whole(String file) {
        return new Written(file, 1, 1);
    }

    /** A file or folder that is not there. */
    static BadInput missing(String file) {
        return absent(whole(file), "`" + file + "` is not there; a template or a cloud assembly is wanted.");
    }

    /** A file that is there and cannot be read, such as one of somebody else. */
    static BadInput unreadable(String file) {
        return absent(whole(file), "`" + file + "` cannot be opened; a file that this user may read is wanted.");
    }

    /** A template that a manifest names and that is not there. */
    static BadInput missingTemplate(Written at, String file) {
        return absent(at, "`" + file + "` is named here and is not there; the template of a stack is wanted.");
    }

    static BadInput tooLarge(String file, long bytes, long limit) {
        return refused(
                whole(file),
                "`" + file + "` has " + bytes / MEBIBYTE + " MiB; a file of at most " + limit / MEBIBYTE
                        + " MiB is wanted.");
    }

    static BadInput empty(String file) {
        return refused(whole(file), "`" + file + "` is empty; a document in JSON or YAML is wanted.");
    }

    static BadInput notUtf8(Written at, byte found) {
        return refused(
                at, "`0x" + Integer.toHexString(found & 0xff) + "` begins no character of UTF-8; UTF-8 is wanted.");
    }

    static BadInput broken(Written at, String found) {
        return refused(at, "`" + found + "` has no place in JSON here.");
    }

    static BadInput unfinished(Written at) {
        return refused(at, "The file ends in the middle of a JSON document; the rest of it is wanted.");
    }

    static BadInput overlong(Written at) {
        return refused(at, "A second document begins here; one is wanted.");
    }

    static BadInput tooDeep(Written at, int limit) {
        return refused(
                at, "More than " + limit + " objects and lists are open here; at most " + limit + " are wanted.");
    }

    static BadInput brokenYaml(Written at, String found, String wanted) {
        return refused(at, "`" + found + "` has no place in YAML here" + wanted);
    }

    static BadInput unfinishedYaml(Written at) {
        return refused(at, "The file ends in the middle of a YAML document; the rest of it is wanted.");
    }

    static BadInput unfinishedYaml(Written at, String begin) {
        return refused(at, "The file ends in the middle of what `" + begin + "` begins; the rest of it is wanted.");
    }

    static BadInput tab(Written at) {
        return refused(at, "A tab stands where YAML takes blanks alone; blanks are wanted.");
    }

    static BadInput unprintable(Written at, int found) {
        return refused(
                at,
                "`0x" + Integer.toHexString(found) + "` stands in YAML only as an escape, and here it stands bare.");
    }

    static BadInput laterYaml(Written at) {
        return refused(at, "`%YAML` names a version that is not known here; version 1.1 is wanted.");
    }

    static BadInput keyIsNoName(Written at) {
        return refused(at, "What stands here as a key is no name; a name is wanted.");
    }

    static BadInput noAnchor(Written at, String name) {
        return refused(
                at, "`*" + name + "` stands before any anchor `&" + name + "` is complete; one above is wanted.");
    }

    static BadInput manyAliases(Written at, int limit) {
        return refused(
                at, "Aliases up to here repeat more than " + limit + " values; at most " + limit + " are wanted.");
    }

    static BadInput deepAlias(Written at, String name) {
        return refused(at, "`*" + name + "` goes deeper than 100 levels here; at most 100 are wanted.");
    }

    static BadInput mergeOfNoObject(Written at) {
        return refused(at, "`<<` merges something that is no object; an object, or a list of objects, is wanted.");
    }

    static BadInput noTemplate(Written at, String file) {
        return refused(
                at,
                "`" + file + "` is no template and no task definition; an object with `Resources` or with"
                        + " `containerDefinitions` is wanted.");
    }

    static BadInput noAssembly(String folder) {
        return refused(
                whole(folder),
                "`" + folder + "` holds no `manifest.json`; the folder of a cloud assembly, or a template, is wanted.");
    }

    static BadInput noManifest(Written at, String file) {
        return refused(at, "`" + file + "` is no manifest of a cloud assembly; an object with `artifacts` is wanted.");
    }

    /** A folder that is to be written and that holds other things than an assembly. */
    public static BadInput occupied(Path folder) {
        return refused(
                whole(folder.toString()),
                "`" + folder + "` holds other files and no `manifest.json`; an empty folder, or a cloud assembly to"
                        + " replace, is wanted.");
    }

    /** A file or folder that cannot be written. */
    public static BadInput unwritable(Path file) {
        return absent(
                whole(file.toString()),
                "`" + file + "` cannot be written; a folder that this user may write is wanted.");
    }

    /** Where: the file as the user gave it, line and column. */
    public Written at() {
        return at;
    }

    /** What a command ends with: 3 where something is missing or closed to this user, 2 where it is of the wrong kind. */
    public int exitCode() {
        return exitCode;
    }
}
