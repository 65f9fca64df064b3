/** Programs of users, as tests see them: what comes out of them, and which of their lines is meant. */
package programs;
