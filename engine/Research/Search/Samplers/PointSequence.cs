namespace Workbench.Research.Search;

/// <summary>A search that knows its points beforehand and learns nothing: handed out lazily, so that a large one is never held.</summary>
sealed class PointSequence(string name, IEnumerable<Point> points) : ISearch, IDisposable
{
    readonly IEnumerator<Point> rest = points.GetEnumerator();

    public string Name => name;

    public IReadOnlyList<Point> Ask(int most)
    {
        var asked = new List<Point>(Math.Min(most, 1024));
        while (asked.Count < most && rest.MoveNext())
        {
            asked.Add(rest.Current);
        }

        return asked;
    }

    public void Tell(IReadOnlyList<double?> scores)
    {
    }

    public void Dispose() => rest.Dispose();
}
