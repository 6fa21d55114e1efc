namespace Workbench.App;

/// <summary>A plan whose shards a worker can run: it decides what, the worker only when, how often and where to.</summary>
interface IShardPlan
{
    /// <summary>How many shards.</summary>
    int Count { get; }

    /// <summary>How many variants a shard has.</summary>
    int VariantsOf(int index);

    /// <summary>Runs a shard. The answer is canonical: the same bytes on any machine, by any number of cores, however often.</summary>
    /// <param name="index">The shard.</param>
    /// <param name="done">Told of each variant that is done.</param>
    /// <param name="cancel">Ends it; then nothing counts.</param>
    /// <exception cref="Model.WorkbenchException">Engine, script or data are not those of the plan.</exception>
    byte[] Run(int index, Action done, CancellationToken cancel);
}
