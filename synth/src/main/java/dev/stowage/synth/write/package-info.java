/**
 * Doors out: what a model looks like as files: templates in JSON and YAML, the cloud assembly that the AWS CDK's command
 * line takes, and task definitions in the spelling of the ECS API.
 *
 * <p><b>{@code stowage.json}</b> lies beside the manifest of our own assemblies and holds what a template has no word for,
 * so that findings about an assembly point at the Java lines it came of. Without it an assembly is read all the same. It
 * names classes, simple file names and lines, never a path, and is the same on every machine. Format 1:
 *
 * <ul>
 *   <li>{@code format}: the number of the format, 1; readers leave a file of another format aside
 *   <li>{@code files}: the templates that this synth wrote, the manifest of assets and the copies of their sources; a later
 *       synth removes those that it does not write again
 *   <li>{@code libraries}: packages of house rules, which findings point past
 *   <li>{@code allowances}: findings accepted everywhere, each with {@code rule}, {@code reason} and {@code at}
 *   <li>{@code findings}: what was wrong with the program itself: {@code rule}, {@code severity}, {@code message}, {@code at},
 *       and where they are known {@code fix}, {@code stack}, {@code resource}, {@code property}, {@code related}, {@code
 *       allowed}
 *   <li>{@code stacks}: by the name of the artifact, {@code stack}: {@code at}, {@code allowances}, and {@code sections}
 *   <li>{@code resources}: by {@code stack} and {@code resource}: {@code at}, {@code allowances}, {@code attributes} and
 *       {@code properties}
 *   <li>{@code origins}: the words of the program: {@code kind} and {@code name} of a thing, the {@code word}, the numbers of
 *       its {@code frames}, innermost first, and why something followed {@code because} of it
 *   <li>{@code frames}: the lines that said them: {@code class}, {@code method}, {@code file}, {@code line}, and {@code
 *       library} where the package called itself one
 * </ul>
 *
 * <p>{@code at} is the position of a word in {@code origins}, from 0. {@code sections}, {@code attributes} and {@code
 * properties} have the shape of what they describe, with such a position in place of every node that came of another word
 * than its parent; the position of an object or a list that has such nodes below it stands under the empty key.
 */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.write;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
