/** Programs about tasks: containers, volumes, logs, access, images. */
package programs.tasks;
