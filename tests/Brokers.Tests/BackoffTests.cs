using Workbench.Brokers.Links;

namespace Workbench.Brokers.Tests;

public class BackoffTests
{
    [Fact]
    public void Pauses_double_up_to_the_longest_and_start_anew_after_a_connection_held()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));
        foreach (var step in (int[])[1, 2, 4, 8, 8])
        {
            Assert.InRange(backoff.Next().TotalSeconds, step / 2d, step);
        }

        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1d);
    }
}
