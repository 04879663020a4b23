package energy.setpoint.core.control;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.port.IntentOutcome;
import java.util.concurrent.atomic.AtomicLong;

/** What the loop has done since it started; safe to read from any thread. */
public final class ControlCounters {

  private final AtomicLong looks = new AtomicLong();
  private final AtomicLong optimalPlans = new AtomicLong();
  private final AtomicLong otherPlans = new AtomicLong();
  private final AtomicLong failedPlans = new AtomicLong();
  private final AtomicLong lastPlanMillis = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicLong notSent = new AtomicLong();
  private final AtomicLong strangers = new AtomicLong();
  private final AtomicLong fittingSchedules = new AtomicLong();
  private final AtomicLong excessiveSchedules = new AtomicLong();
  private final AtomicLong priorityChanges = new AtomicLong();
  private final AtomicLong derAlarms = new AtomicLong();
  private final AtomicLong derStarts = new AtomicLong();
  private final AtomicLong overloads = new AtomicLong();
  private final AtomicLong productionLimits = new AtomicLong();
  private final AtomicLong failedProductionLimits = new AtomicLong();
  private final AtomicLong stops = new AtomicLong();
  private final AtomicLong externalLimits = new AtomicLong();
  private final QuestionCounters questions = new QuestionCounters();
  private final OrderCounters orders = new OrderCounters();

  /** What came of asking stations what they hold. */
  public QuestionCounters questions() {
    return questions;
  }

  /** What became of the orders of operators. */
  public OrderCounters orders() {
    return orders;
  }

  public void countSchedule(ScheduleAnnounced announced) {
    (announced.excess().isPresent() ? excessiveSchedules : fittingSchedules).incrementAndGet();
  }

  public void countPriorityChange() {
    priorityChanges.incrementAndGet();
  }

  public void countLook() {
    looks.incrementAndGet();
  }

  public void countStranger() {
    strangers.incrementAndGet();
  }

  public void countOverload() {
    overloads.incrementAndGet();
  }

  public void countProductionLimit() {
    productionLimits.incrementAndGet();
  }

  public void countProductionLimitFailed() {
    failedProductionLimits.incrementAndGet();
  }

  public void countStop() {
    stops.incrementAndGet();
  }

  public void countFailedPlan() {
    failedPlans.incrementAndGet();
  }

  public void count(SolveReport report) {
    (report.status() == SolveReport.Status.OPTIMAL ? optimalPlans : otherPlans).incrementAndGet();
    lastPlanMillis.set(report.elapsed().toMillis());
  }

  public void count(IntentOutcome outcome) {
    switch (outcome) {
      case IntentOutcome.Accepted _ -> accepted.incrementAndGet();
      case IntentOutcome.Refused _ -> refused.incrementAndGet();
      case IntentOutcome.Unanswered _ -> unanswered.incrementAndGet();
      case IntentOutcome.NotSent _ -> notSent.incrementAndGet();
    }
  }

  public void count(DerEvent event) {
    if (event instanceof DerEvent.Alarm alarm && !alarm.ended()) {
      derAlarms.incrementAndGet();
    } else if (event instanceof DerEvent.ControlStarted) {
      derStarts.incrementAndGet();
    }
  }

  public void count(ExternalLimitEvent event) {
    if (event instanceof ExternalLimitEvent.Announced) {
      externalLimits.incrementAndGet();
    }
  }

  /** How often the guard looked at the fuses. */
  public long looks() {
    return looks.get();
  }

  /** Events and readings of devices that the site does not have. */
  public long strangers() {
    return strangers.get();
  }

  /** How often a meter began to see more on a phase than its fuse is made for. */
  public long overloads() {
    return overloads.get();
  }

  /** Limits that inverters were told. */
  public long productionLimits() {
    return productionLimits.get();
  }

  /** Of these, those that were not confirmed. */
  public long failedProductionLimits() {
    return failedProductionLimits.get();
  }

  /** Attempts to stop a transaction because its vehicle went on drawing too much. */
  public long stops() {
    return stops.get();
  }

  /** How often a DER control took over from a charging profile. */
  public long derAlarms() {
    return derAlarms.get();
  }

  /** How often a scheduled DER control began to hold. */
  public long derStarts() {
    return derStarts.get();
  }

  /** How often a station announced a limit of somebody else. */
  public long externalLimits() {
    return externalLimits.get();
  }

  public long optimalPlans() {
    return optimalPlans.get();
  }

  /** Plans that are not proven optimal, the heuristic's among them. */
  public long otherPlans() {
    return otherPlans.get();
  }

  public long failedPlans() {
    return failedPlans.get();
  }

  /** Wall-clock time of the last plan in milliseconds. */
  public long lastPlanMillis() {
    return lastPlanMillis.get();
  }

  /** Schedules that vehicles announced within what they were offered. */
  public long fittingSchedules() {
    return fittingSchedules.get();
  }

  /** Schedules that vehicles announced beyond what they were offered. */
  public long excessiveSchedules() {
    return excessiveSchedules.get();
  }

  /** How often a transaction got or lost priority. */
  public long priorityChanges() {
    return priorityChanges.get();
  }

  public long intentsAccepted() {
    return accepted.get();
  }

  public long intentsRefused() {
    return refused.get();
  }

  public long intentsUnanswered() {
    return unanswered.get();
  }

  public long intentsNotSent() {
    return notSent.get();
  }
}
