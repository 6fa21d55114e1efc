namespace Workbench.Data.Quality;

/// <summary>How often something was seen on a day, and when first.</summary>
struct Spot
{
    public long Count { get; private set; }

    /// <summary>UTC nanoseconds; nothing where <see cref="Count"/> is 0.</summary>
    public long First { get; private set; }

    public void Add(long time, long count = 1)
    {
        First = Count == 0 ? time : First;
        Count += count;
    }
}
