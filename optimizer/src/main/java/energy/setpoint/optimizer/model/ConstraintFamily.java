package energy.setpoint.optimizer.model;

/** A promise that every plan keeps; one class, one test and one page of maths for each. */
public interface ConstraintFamily {

  /** Adds rows, bounds and, where the promise can be soft, a term of a goal. */
  void addTo(PlanningModel model);
}
