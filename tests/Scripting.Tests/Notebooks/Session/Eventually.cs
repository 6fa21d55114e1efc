using System.Diagnostics;

namespace Workbench.Scripting.Tests;

/// <summary>Waits for what another thread will bring about.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Holds(Func<bool> condition)
    {
        var since = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(since.Elapsed < Patience, "It did not come true within a minute.");
            await Task.Delay(10);
        }
    }
}
