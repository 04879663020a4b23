package energy.setpoint.app.plan.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects the mistakes of a document, so that all of them can be told at once. Each part of the
 * document has a view of its own that knows where the part stands.
 */
public final class Findings {

  private final List<Finding> all;
  private final String pointer;

  private Findings(List<Finding> all, String pointer) {
    this.all = all;
    this.pointer = pointer;
  }

  /** An empty collection for a document. */
  public static Findings ofDocument() {
    return new Findings(new ArrayList<>(), "#");
  }

  /** The same collection, seen from a key of this part. */
  public Findings at(String key) {
    return new Findings(all, pointer + Pointers.step(key));
  }

  /**
   * The same collection, seen from an entry of this list.
   *
   * @param index counted from 0
   */
  public Findings at(int index) {
    return new Findings(all, pointer + "/" + index);
  }

  public void add(String detail) {
    all.add(new Finding(pointer, detail));
  }

  /** The number of mistakes in the whole document so far. */
  public int count() {
    return all.size();
  }

  /**
   * Builds something whose constructor may refuse.
   *
   * @return nothing when it did; its message is then a mistake of this part
   */
  public <T> Optional<T> attempt(Supplier<T> recipe) {
    try {
      return Optional.of(recipe.get());
    } catch (IllegalArgumentException refused) {
      add(String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * @throws InvalidDocument when there is any mistake
   */
  public void throwIfAny(InvalidDocument.Kind kind) {
    if (!all.isEmpty()) {
      throw new InvalidDocument(kind, all);
    }
  }
}
