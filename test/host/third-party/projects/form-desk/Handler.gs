function onFormSubmit(e) {
  const sheet = e.range.getSheet();
  const status = statusColumn_(sheet);
  sheet.getRange(e.range.getRow(), status).setValue('New');
  const answers = e.namedValues;
  const about = answers['What is it about?'][0];
  MailApp.sendEmail({
    to: Session.getEffectiveUser().getEmail(),
    subject: Utilities.formatString('[%s] request %04d', about, e.range.getRow() - 1),
    htmlBody: '<p>' + Object.keys(answers).filter(function (key) { return answers[key][0]; }).map(function (key) { return key + ': ' + answers[key].join(', '); }).join('<br>') + '</p>',
    replyTo: answers['Email Address'][0],
  });
}

function statusColumn_(sheet) {
  const header = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0];
  const found = header.indexOf('Status');
  if (found >= 0) return found + 1;
  sheet.getRange(1, header.length + 1).setValue('Status');
  return header.length + 1;
}
