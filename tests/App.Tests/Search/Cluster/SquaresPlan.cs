using System.Globalization;
using System.Text;
using Workbench.Model;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>A plan whose shards are sums of squares: small, whole and canonical, with faults that a test may ask for.</summary>
sealed class SquaresPlan(int count, Func<int, Exception?>? fault = null) : IShardPlan
{
    public int Count => count;

    public int VariantsOf(int index) => 10;

    public byte[] Run(int index, Action done, CancellationToken cancel)
    {
        var sum = 0L;
        for (var i = 0; i < VariantsOf(index); i++)
        {
            cancel.ThrowIfCancellationRequested();
            sum += (long)index * index * i;
            done();
        }

        return fault?.Invoke(index) is { } thrown ? throw thrown : Encoding.ASCII.GetBytes(sum.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What a bad script makes of a shard.</summary>
    public static WorkbenchException BadScript { get; } = new("WB3001", ExitCode.Compile, "the script does not compile");
}
