namespace Workbench.Data.Importers.Books;

/// <summary>The best levels of both sides, row by row: each row is a book of its own.</summary>
sealed class TardisLevelReader : IEventReader<DepthGate>
{
    readonly TardisRow row;
    readonly List<(Side Side, int Field)> places = [];
    readonly List<(Side Side, long Price, long Size)> levels = [];

    /// <param name="row">The rows.</param>
    /// <param name="header">Names of the columns: <c>asks[0].price</c>, its amount behind it.</param>
    public TardisLevelReader(TardisRow row, List<string> header)
    {
        this.row = row;
        for (var field = 0; field < header.Count; field++)
        {
            if (header[field].EndsWith(".price", StringComparison.Ordinal))
            {
                places.Add((header[field].StartsWith("bids", StringComparison.Ordinal) ? Side.Buy : Side.Sell, field));
            }
        }
    }

    public bool Read(DepthGate into)
    {
        while (!into.IsFull)
        {
            if (!row.Next())
            {
                return false;
            }

            levels.Clear();
            foreach (var (side, field) in places.Where(place => !row.IsEmpty(place.Field)))
            {
                levels.Add((side, row.Price(field), row.Size(field + 1)));
            }

            into.Add(row.Time, isSnapshot: true, levels, row.Row);
        }

        return true;
    }

    public void Dispose() => row.Dispose();
}
