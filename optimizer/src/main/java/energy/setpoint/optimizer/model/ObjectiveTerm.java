package energy.setpoint.optimizer.model;

/** Something that makes one plan better than another; one class, one test and one page each. */
public interface ObjectiveTerm {

  /** Adds to the sums that the {@link Goal goals} minimise. */
  void addTo(PlanningModel model);
}
