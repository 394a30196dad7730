/** Builds the request form, sends its answers to this spreadsheet and installs the trigger. Run once. */
function setup() {
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  const form = FormApp.create('Help desk', true);
  form.setTitle('Help desk').setCollectEmail(true).setConfirmationMessage('Thank you.');
  const kind = form.addMultipleChoiceItem().setTitle('What is it about?').setRequired(true);
  const repairPage = form.addPageBreakItem().setTitle('Repair');
  form.addTextItem().setTitle('Serial number').setRequired(true)
    .setValidation(FormApp.createTextValidation().requireTextMatchesPattern('[A-Z]{2}[0-9]{4}').setHelpText('Like AB1234').build());
  const otherPage = form.addPageBreakItem().setTitle('Other').setGoToPage(FormApp.PageNavigationType.SUBMIT);
  form.addParagraphTextItem().setTitle('Your question').setRequired(true);
  kind.setChoices([kind.createChoice('Repair', repairPage), kind.createChoice('Something else', otherPage)]);
  form.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
  ScriptApp.newTrigger('onFormSubmit').forSpreadsheet(ss).onFormSubmit().create();
  return form.getId();
}
