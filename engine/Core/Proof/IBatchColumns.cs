namespace Workbench.Core;

/// <summary>A kind of batch as columns, so that one cursor can change ticks, prints and bars alike.</summary>
interface IBatchColumns<TBatch>
{
    TBatch Make();

    int Count(TBatch batch);

    void Shorten(TBatch batch, int count);

    /// <summary>Instants at which something of an event is seen first: a bar's open.</summary>
    long[] Begins(TBatch batch);

    /// <summary>Instants at which all of an event is known: a bar's close.</summary>
    long[] Known(TBatch batch);

    /// <summary>Columns of prices, the first seen of an event in front.</summary>
    long[][] Prices(TBatch batch);

    long[][] Sizes(TBatch batch);

    /// <summary>Appends a row of another batch.</summary>
    void Append(TBatch from, int at, TBatch to);

    /// <summary>Takes from an event all but what was seen of it when it began.</summary>
    void Flatten(TBatch batch, int at);

    /// <summary>Moves an event, its last price standing still from beginning to end.</summary>
    void Stand(TBatch batch, int at, long begins, long known);

    /// <summary>Makes an event whole whose prices were changed one by one.</summary>
    void Mend(TBatch batch, int at);
}
