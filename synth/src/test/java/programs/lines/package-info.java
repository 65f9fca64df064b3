/** Programs whose words stand in all the places where Java lets them stand: each word keeps its line. */
package programs.lines;
