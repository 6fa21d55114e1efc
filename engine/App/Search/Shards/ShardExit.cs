namespace Workbench.App;

/// <summary>
/// What the exit of a shard's worker tells a scheduler, which knows nothing of us but this number. 64 to 78 mean what sysexits.h says.
/// What is permanent is not worth another attempt; what is transient is.
/// </summary>
enum ShardExit
{
    /// <summary>The result is there: made now, or before.</summary>
    Done = 0,

    /// <summary>The words of the call were off. Permanent, and no shard's fault.</summary>
    Usage = 64,

    /// <summary>The plan, its script or the shard itself is bad, or its attempts are used up. Permanent.</summary>
    Poison = 65,

    /// <summary>The data are not there, or not those of the plan. Permanent.</summary>
    NoInput = 66,

    /// <summary>Somebody cancelled the plan: stopped on purpose.</summary>
    Cancelled = 69,

    /// <summary>A fault of ours.</summary>
    Internal = 70,

    /// <summary>A disk that is full, a node that is drained: another attempt may do better.</summary>
    Transient = 75,

    /// <summary>The engine is not the one of the plan. Permanent.</summary>
    OtherEngine = 78,
}
