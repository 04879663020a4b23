package energy.setpoint.core.reconcile;

/**
 * What became of what was sent to a device, since the engine first knew it.
 *
 * @param accepted leases that it confirmed
 * @param refused leases that it refused, or that could not be sent
 * @param unanswered leases without an answer
 * @param contradicted reports that it holds more than it confirmed
 * @param senseless reports that could not be believed
 */
public record AnswerCounts(
    long accepted, long refused, long unanswered, long contradicted, long senseless) {

  public static final AnswerCounts NONE = new AnswerCounts(0, 0, 0, 0, 0);

  AnswerCounts oneAccepted() {
    return new AnswerCounts(accepted + 1, refused, unanswered, contradicted, senseless);
  }

  AnswerCounts oneRefused() {
    return new AnswerCounts(accepted, refused + 1, unanswered, contradicted, senseless);
  }

  AnswerCounts oneUnanswered() {
    return new AnswerCounts(accepted, refused, unanswered + 1, contradicted, senseless);
  }

  AnswerCounts oneContradicted() {
    return new AnswerCounts(accepted, refused, unanswered, contradicted + 1, senseless);
  }

  AnswerCounts oneSenseless() {
    return new AnswerCounts(accepted, refused, unanswered, contradicted, senseless + 1);
  }
}
