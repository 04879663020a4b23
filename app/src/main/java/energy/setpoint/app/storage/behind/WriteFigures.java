package energy.setpoint.app.storage.behind;

/**
 * How the writing goes; counts are since the start.
 *
 * @param queuedEssentials sessions and intents that wait for the database
 * @param queuedPlans plans that wait
 * @param queuedMeasurements single values that wait
 * @param written records of all kinds that are in the database
 * @param droppedEssentials intents given up because too many waited
 * @param droppedPlans plans given up because too many waited
 * @param droppedMeasurements values given up because too many waited
 * @param refused records that the database or their own contents made impossible to write
 * @param failures attempts that failed, most of them repeated since
 * @param databaseAnswers whether the last attempt succeeded
 */
public record WriteFigures(
    long queuedEssentials,
    long queuedPlans,
    long queuedMeasurements,
    long written,
    long droppedEssentials,
    long droppedPlans,
    long droppedMeasurements,
    long refused,
    long failures,
    boolean databaseAnswers) {

  public long dropped() {
    return droppedEssentials + droppedPlans + droppedMeasurements;
  }

  public long queued() {
    return queuedEssentials + queuedPlans + queuedMeasurements;
  }
}
