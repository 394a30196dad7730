/** The spreadsheet half of the local workspace: one model behind people, SpreadsheetApp, the advanced service and REST. */
import type { SpreadsheetEnvironment, SpreadsheetPart } from '../kernel/spreadsheet-part';
import { advancedSheets } from './advanced/sheets-service';
import { chartsService } from './app/charts';
import { eventObjects, spreadsheetService } from './app/spreadsheet-app';
import { SpreadsheetFiles } from './files';
import { FormulaCalculator } from './formulas/calculator';
import { SpreadsheetLibrary } from './model/library';
import { editCells } from './people/editing';
import { gridView, summariesFor } from './people/grid-view';
import { filterViewRows, sheetObjects } from './people/sheet-objects';
import { StructureSteps } from './people/structure-steps';
import { serveRest, type RestEnvironment } from './rest/router';

export { changeDimension, sortCells } from './people/structure';

/** Everything the kernel asks of spreadsheets, and the library for what people do beyond typing. */
export function createSpreadsheets(environment: SpreadsheetEnvironment): SpreadsheetPart & { readonly library: SpreadsheetLibrary } {
  const library = new SpreadsheetLibrary(environment.store, new FormulaCalculator(() => environment.now()));
  const files = new SpreadsheetFiles(library);
  const steps = new StructureSteps(library);
  environment.store.onRestore(() => steps.forget());
  const rest: RestEnvironment = { library, now: () => environment.now(), newId: () => environment.newId(), formUrl: (id, sheetId) => environment.formUrl?.(id, sheetId) ?? null };
  return {
    library,
    services: [spreadsheetService(rest), chartsService, advancedSheets(rest)],
    file: (id) => files.file(id),
    files: () => files.files(),
    changeFile: (id, change) => files.changeFile(id, change),
    summaries: (as) => summariesFor(library, as),
    grid: (id, sheetId, area, as) => gridView(library, id, sheetId, area, as, environment.now()),
    sheetObjects: (id, sheetId, as) => sheetObjects(library, id, sheetId, as),
    filterViewRows: (id, sheetId, filterViewId, as) => filterViewRows(library, id, sheetId, filterViewId, as, environment.now()),
    editCells: (id, sheetId, row, column, values, as) => editCells(library, id, sheetId, row, column, values, as, environment.now()),
    changeStructure: (id, sheetId, change, as) => steps.change(id, sheetId, change, as),
    repeatStructure: (id, step, direction, as) => steps.repeat(id, step, direction, as),
    eventObjects: (context, id, edit) => eventObjects(rest, context, id, edit),
    rest: (method, path, query, body, actor) => serveRest(rest, { method, path, query, body, actor }),
  };
}
