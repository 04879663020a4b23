package energy.setpoint.optimizer.model;

/**
 * A flexible load runs only while it may, at most with its power, and not at all when it needs
 * nothing. Maths: {@code docs/optimizer/flexible-loads.md}.
 */
public final class FlexibleLoads implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (LoadColumns columns : model.loads()) {
      Storage storage = columns.storage();
      double mostKw = columns.missing().isPresent() ? columns.load().most().kilowatts() : 0;
      for (int step = storage.first(); step < storage.end(); step++) {
        double most = mostKw * model.grid().share(step, columns.load().available());
        model.linear().bound(storage.charge(step), 0, most);
      }
    }
  }
}
