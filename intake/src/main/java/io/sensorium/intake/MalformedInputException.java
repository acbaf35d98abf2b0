package io.sensorium.intake;

/** An input that cannot be read on: it is not of the form that it should have. */
public final class MalformedInputException extends IntakeException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  /**
   * @param line where reading ended, from 1; 0 where lines mean nothing
   * @param column where reading ended, from 1; 0 where columns mean nothing
   */
  public MalformedInputException(String problem, int line, int column) {
    super(line > 0 ? "line " + line + ", column " + column + ": " + problem : problem);
    this.line = line;
    this.column = column;
  }

  public MalformedInputException(String problem) {
    this(problem, 0, 0);
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
