using System.Text;
using Workbench.Model;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>The rules that a worker keeps whatever started it.</summary>
public sealed class ShardWorkerTests : IDisposable
{
    readonly TempFolder temp = new();
    readonly ShardFolder folder;
    readonly List<string> said = [];

    public ShardWorkerTests() => folder = new ShardFolder(temp.Path);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_shard_is_run_once_and_its_result_is_named_by_its_hash()
    {
        Assert.Equal(ShardExit.Done, Run(3));
        Assert.Equal(ShardExit.Done, Run(3));

        Assert.Equal("405", Encoding.ASCII.GetString(folder.Results.Read(3)!));
        Assert.Single(folder.Attempts.Of(3));
        Assert.Equal([0, 1, 2, 4], folder.Results.Missing(5));
    }

    [Fact]
    public void Three_transient_faults_use_a_shard_up()
    {
        ShardExit[] exits = [.. Enumerable.Range(0, 5).Select(_ => Run(1, _ => new IOException("the disk is full")))];

        Assert.Equal([ShardExit.Transient, ShardExit.Transient, ShardExit.Transient, ShardExit.Poison, ShardExit.Poison], exits);
        Assert.Equal(3, folder.Attempts.Of(1).Count);
        Assert.Contains("the disk is full", folder.DeadOf(1)!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_script_is_buried_at_once_and_says_the_same_again()
    {
        Assert.Equal(ShardExit.Poison, Run(1, _ => SquaresPlan.BadScript));
        Assert.Equal(ShardExit.Poison, Run(1));

        Assert.Equal(1, folder.DeadOf(1)!.Attempts);
        Assert.Contains("the script does not compile", said[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Data, ShardExit.NoInput)]
    [InlineData(ExitCode.NotFound, ShardExit.NoInput)]
    [InlineData(ExitCode.Compile, ShardExit.Poison)]
    [InlineData(ExitCode.Usage, ShardExit.Usage)]
    internal void Each_refusal_has_its_exit(ExitCode refusal, ShardExit expected) =>
        Assert.Equal(expected, Run(0, _ => new WorkbenchException("WB9999", refusal, "no")));

    [Fact]
    public void Another_engine_has_an_exit_of_its_own() => Assert.Equal(ShardExit.OtherEngine, Run(0, _ => ShardErrors.OtherEngine("1.0", "2.0")));

    [Fact]
    public void A_fault_of_ours_may_be_tried_again() => Assert.Equal(ShardExit.Internal, Run(0, _ => new InvalidOperationException("a bug")));

    [Fact]
    public void A_drained_node_uses_no_attempt_up()
    {
        using var drained = new CancellationTokenSource();
        drained.Cancel();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ShardExit.Transient, Worker(new SquaresPlan(9), drained.Token).Run(2, said.Add));
        }

        Assert.Equal(ShardExit.Done, Run(2));
    }

    [Fact]
    public void Six_kills_make_one_believe_that_the_shard_kills()
    {
        for (var i = 0; i < 6; i++)
        {
            // What a worker leaves that was killed: a beginning without an end.
            folder.Attempts.Begin(4, ShardScheduler.Attempt);
        }

        Assert.Equal(ShardExit.Poison, Run(4));
        Assert.Contains("6 attempts were killed", folder.DeadOf(4)!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_plan_stops_on_purpose_and_goes_on_when_resumed()
    {
        folder.Cancel();

        // The worker looks for the wish every two seconds: a plan that waits for it sees it at once or then.
        Assert.Equal(ShardExit.Cancelled, Worker(new WaitingPlan(), default).Run(0, said.Add));
        folder.Resume();
        Assert.Equal(ShardExit.Done, Run(0));
        Assert.Null(folder.DeadOf(0));
    }

    [Fact]
    public void A_shard_that_is_not_in_the_plan_is_a_misuse() => Assert.Equal(ShardExit.Usage, Run(99));

    [Fact]
    public void Two_results_that_differ_raise_the_alarm()
    {
        folder.Results.Commit(7, [1, 2, 3]);
        folder.Results.Commit(7, [1, 2, 3]);
        Assert.Equal([1, 2, 3], folder.Results.Read(7));

        folder.Results.Commit(7, [1, 2, 4]);
        var alarm = Assert.Throws<WorkbenchException>(() => folder.Results.Read(7));
        Assert.Equal("WB4465", alarm.Code);
        Assert.Equal(2, Directory.GetFiles(temp.File("shards")).Length);
    }

    [Fact]
    public void A_damaged_result_counts_as_none()
    {
        folder.Results.Commit(7, [1, 2, 3]);
        File.WriteAllBytes(Directory.GetFiles(temp.File("shards")).Single(), [1, 2]);

        Assert.Null(folder.Results.Read(7));
        Assert.Equal([7], folder.Results.Missing(8).Where(index => index == 7));
    }

    [Fact]
    public void Fifty_pairs_of_workers_on_one_shard_leave_one_result_each()
    {
        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Worker(new SquaresPlan(50), default).Run(i / 2, _ => { }));

        Assert.Empty(folder.Results.Missing(50));
        Assert.Equal(50, Directory.GetFiles(temp.File("shards")).Length);
    }

    [Theory]
    [InlineData("", new int[0])]
    [InlineData("3", new[] { 3 })]
    [InlineData("3,7-9", new[] { 3, 7, 8, 9 })]
    [InlineData("0-1,5", new[] { 0, 1, 5 })]
    public void Numbers_are_spelt_as_schedulers_spell_them(string expected, int[] indexes) => Assert.Equal(expected, IndexRanges.Text(indexes));

    ShardExit Run(int index, Func<int, Exception?>? fault = null) => Worker(new SquaresPlan(10, fault), default).Run(index, said.Add);

    ShardWorker Worker(IShardPlan plan, CancellationToken stop) => new(folder, new RetryRule(), () => plan, stop);

    sealed class WaitingPlan : IShardPlan
    {
        public int Count => 1;

        public int VariantsOf(int index) => 1;

        public byte[] Run(int index, Action done, CancellationToken cancel)
        {
            cancel.WaitHandle.WaitOne();
            cancel.ThrowIfCancellationRequested();
            return [];
        }
    }
}
