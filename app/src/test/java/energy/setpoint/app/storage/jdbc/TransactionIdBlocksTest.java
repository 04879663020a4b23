package energy.setpoint.app.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.failure.StorageException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class TransactionIdBlocksTest {

  private int nextBlock = 1;
  private boolean away;

  @Test
  void givesOutIdsForAWhileWithoutTheDatabase() {
    var ids = new TransactionIdBlocks(this::reserve, Runnable::run);
    ids.next();
    away = true;

    assertThat(IntStream.range(0, 199).map(_ -> ids.next()))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 200).boxed().toList());
  }

  @Test
  void saysSoWhenAllReservedIdsAreUsedAndGoesOnWhenTheDatabaseIsBack() {
    var ids = new TransactionIdBlocks(this::reserve, Runnable::run);
    ids.next();
    away = true;
    IntStream.range(0, 199).forEach(_ -> ids.next());

    assertThatThrownBy(ids::next)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("all reserved ones are used");

    away = false;
    assertThat(ids.next()).isEqualTo(201);
  }

  private int reserve() {
    if (away) {
      throw new DataAccessResourceFailureException("away");
    }
    int block = nextBlock;
    nextBlock += 100;
    return block;
  }
}
