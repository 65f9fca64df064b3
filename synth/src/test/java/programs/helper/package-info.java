/** Helpers of a user's programs. */
package programs.helper;
